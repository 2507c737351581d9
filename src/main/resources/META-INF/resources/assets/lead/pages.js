import { html } from '../lib.js';
import { Later } from '../parts/later.js';
import { t } from '../words.js';
import { Briefing } from './briefing.js';

const market = () => import('./market/market.js');

/** What leaders, admins and reps read; who may answer is told by the role. */
export const leadPages = () => [
  { path: 'briefing', title: t('lead.briefing'), show: (rest, session) => html`<${Briefing} session=${session} />` },
  { path: 'market', title: t('lead.market'), show: (rest, session, query) => html`<${Later} load=${market} page="Market" tab=${rest} query=${query} />` },
];
