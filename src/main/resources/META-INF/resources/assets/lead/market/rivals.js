import { get } from '../../api.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';
import { marketOf } from '../query.js';
import { Mix } from './mix.js';
import { One } from './one.js';
import { trendOf } from './trend.js';
import { WinRate } from './win-rate.js';

/** Against whom deals were lost, and how many were won. */
export function Rivals({ path, query }) {
  const asked = marketOf(query);
  const answer = useAnswer(() => get('/trends/competitors', asked), JSON.stringify(asked));
  return html`<${Loaded} of=${answer}>${(told) => {
    const trend = trendOf(told, asked);
    return html`
      <${Mix} name="competitors" trend=${trend} what=${t('rivals.hint')} />
      <${One} name="one-competitor" trend=${trend} path=${path} query=${query} />
      <${WinRate} trend=${trend} />`;
  }}<//>`;
}
