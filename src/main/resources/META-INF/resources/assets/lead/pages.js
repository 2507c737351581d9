import { adminPages } from '../admin/pages.js';
import { html } from '../lib.js';
import { Later } from '../parts/later.js';
import { t } from '../words.js';
import { Briefing } from './briefing.js';

const market = () => import('./market/market.js');
const signals = () => import('./signal/signals.js');
const field = () => import('./field/field.js');
const unmapped = () => import('./unmapped.js');

/** What leaders, admins and reps read; who may answer is told by the role. */
export const leadPages = (session) => [
  { path: 'briefing', title: t('lead.briefing'), show: (rest, session) => html`<${Briefing} session=${session} />` },
  { path: 'market', title: t('lead.market'), show: (rest, session, query) => html`<${Later} load=${market} page="Market" tab=${rest} query=${query} />` },
  { path: 'signals', title: t('lead.signals'), show: (rest, session, query) => html`<${Later} load=${signals} page="Signals" id=${rest} session=${session} query=${query} />` },
  { path: 'field', title: t('lead.field'), show: (rest, session) => html`<${Later} load=${field} page="Field" rest=${rest} session=${session} />` },
  { path: 'unmapped', title: t('lead.unmapped'), show: (rest, session) => html`<${Later} load=${unmapped} page="Unmapped" session=${session} />` },
  ...adminPages(session),
];
