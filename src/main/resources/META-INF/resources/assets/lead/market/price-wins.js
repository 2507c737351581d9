import { address } from '../../api.js';
import { count, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { bucketAxis, shareAxis, tip, whiskers } from '../drawing.js';

/** Our price as a part of the best rival's: "below 80 %", "95 % to 100 %". */
const named = ({ at_least: from, below: to }) => t(from === undefined ? 'price_wins.below' : to === undefined ? 'price_wins.from' : 'price_wins.between', {
  from: from !== undefined && percent(from), to: to !== undefined && percent(to),
});

const sum = (bins, what) => bins.reduce((all, { win_rate: rate }) => all + rate[what], 0);

/** How often we win, by how dear we are. */
export function PriceWins({ told, asked }) {
  const { bins, won, lost, left_out: leftOut } = told.buckets[0].win_rate;
  const known = bins.filter(({ win_rate: rate }) => rate.of > 0);
  const leans = won.share !== undefined && lost.share !== undefined && t('price_wins.leans', { won: percent(won.share), lost: percent(lost.share) });
  const hint = [t('price_wins.hint'), leans, leftOut > 0 && t('price_wins.left_out', { count: leftOut, number: count(leftOut) })].filter(Boolean).join(' ');
  const said = (rate) => t('price_wins.tip', { share: percent(rate.share), low: percent(rate.share_low), high: percent(rate.share_high), won: count(rate.count), of: count(rate.of) });
  const [below, above] = [known.find((bin) => bin.below === 1), known.find((bin) => bin.at_least === 1)];
  const all = { won: count(sum(known, 'count')), of: count(sum(known, 'of')) };
  return html`<${Figure} name="price-wins" hint=${hint}
    title=${below && above ? t('price_wins.title', { below: named(below), cheaper: percent(below.win_rate.share), above: named(above), dearer: percent(above.win_rate.share) })
      : t(known.length > 0 ? 'price_wins.title_few' : 'price_wins.absent', all)}
    empty=${known.length === 0 && t('price_wins.empty')}
    draw=${(colours) => ({
      xAxis: bucketAxis(bins.map(named)),
      yAxis: shareAxis({ min: 0, max: 1 }),
      tooltip: tip((i) => `${named(bins[i])}\n${bins[i].win_rate.of > 0 ? said(bins[i].win_rate) : t('price_wins.none')}`),
      series: [
        { name: t('column.win_rate'), type: 'bar', barWidth: '55%', itemStyle: { color: colours.series[0] }, data: bins.map(({ win_rate: rate }) => rate.share ?? null) },
        whiskers(bins.map(({ win_rate: rate }) => ({ low: rate.share_low, high: rate.share_high })), colours.ink),
      ],
    })}
    columns=${[column.text(t('price_wins.bin'), named), ...column.counted(t('column.won'), (bin) => bin.win_rate)]}
    rows=${known.length > 0 ? bins : []} call=${address('/pricing/win_rate', asked)} />`;
}
