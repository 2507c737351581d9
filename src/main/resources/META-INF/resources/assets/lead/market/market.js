import { html } from '../../lib.js';
import { t } from '../../words.js';
import { Tabs } from '../tabs.js';
import { Field } from './field.js';
import { Filters } from './filters.js';
import { Prices } from './prices.js';
import { Reasons } from './reasons.js';
import { Rivals } from './rivals.js';

const PARTS = { market: Reasons, 'market/rivals': Rivals, 'market/field': Field, 'market/prices': Prices };

/** What the market says, by deals that were lost and won, cut by the market alone. */
export function Market({ tab, query }) {
  const path = tab ? 'market/' + tab : 'market';
  const at = path in PARTS ? path : 'market';
  return html`<h1>${t('lead.market')}</h1>
    <${Tabs} label=${t('lead.market')} at=${at} query=${query} tabs=${Object.keys(PARTS).map((each) => ({ path: each, title: t(each) }))} />
    <${Filters} path=${at} query=${query} />
    <${PARTS[at]} path=${at} query=${query} />`;
}
