import { get } from '../../api.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t, word } from '../../words.js';
import { go, marketOf, withAsked } from '../query.js';
import { Mix } from './mix.js';
import { One } from './one.js';
import { trendOf } from './trend.js';

const BY = ['reasons', 'reason_groups', 'outcomes'];

/** Why deals were lost, over time. */
export function Reasons({ path, query }) {
  const wanted = new URLSearchParams(query).get('by');
  const by = BY.includes(wanted) ? wanted : BY[0];
  const asked = marketOf(query);
  const answer = useAnswer(() => get(`/trends/${by}`, asked), by + JSON.stringify(asked));
  return html`
    <p class="row"><label for="by">${t('reasons.by')}</label>
      <select id="by" value=${by} onChange=${(event) => go(path, withAsked(withAsked(query, 'of'), 'by', event.target.value))}>
        ${BY.map((each) => html`<option value=${each}>${word('trend', each)}</option>`)}</select></p>
    <${Loaded} of=${answer}>${(told) => {
      const trend = trendOf(told, asked);
      return html`
        <${Mix} name=${'mix-' + told.dimension} trend=${trend} stacked what=${t('reasons.hint')} />
        <${One} name=${'one-' + told.dimension} trend=${trend} path=${path} query=${query} />`;
    }}<//>`;
}
