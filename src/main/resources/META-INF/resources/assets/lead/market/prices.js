import { get } from '../../api.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';
import { marketOf } from '../query.js';
import { Claims } from './claims.js';
import { PriceGaps } from './price-gaps.js';
import { PriceWins } from './price-wins.js';
import { Recovery } from './recovery.js';

/** What prices have to do with losses. The curve and the win rate are of the whole span: they spread their deals over many points. */
export function Prices({ query }) {
  const asked = marketOf(query);
  const { interval, ...span } = asked;
  const figures = [['gaps', PriceGaps, asked], ['recovery', Recovery, span], ['win_rate', PriceWins, span], ['claims', Claims, asked]];
  return html`<p class="hint">${t('prices.hint')}</p>
    ${figures.map(([what, figure, question]) => html`<${Priced} key=${what} what=${what} figure=${figure} asked=${question} />`)}`;
}

function Priced({ what, figure, asked }) {
  const answer = useAnswer(() => get('/pricing/' + what, asked), JSON.stringify(asked));
  return html`<${Loaded} of=${answer} why=${t('prices.slowly')}>${(told) => html`<${figure} told=${told} asked=${asked} />`}<//>`;
}
