import { get } from '../../api.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';
import { marketOf } from '../query.js';
import { Candour } from './candour.js';

/** What people say in confidence, beside what the CRM says. */
export function Field({ query }) {
  const asked = marketOf(query);
  const answer = useAnswer(
    () => Promise.all([get('/trends/reasons', asked), get('/safety')]).then(([trend, safety]) => ({ trend, k: safety.terms.k })),
    JSON.stringify(asked));
  return html`<${Loaded} of=${answer}>${({ trend, k }) => html`
    <p>${t('candour.explained', { k })}</p>
    <${Candour} view=${trend.field_view} asked=${asked} k=${k} />`}<//>`;
}
