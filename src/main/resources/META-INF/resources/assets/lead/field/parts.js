import { percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { shareAxis, tip } from '../drawing.js';

/** Parts and their finer parts, each with the names above it. */
const flat = (parts, label, above = []) => parts.flatMap((part) => {
  const named = { ...part, names: [...above, label(part.key)] };
  return [named, ...flat(part.parts || [], label, named.names)];
});

const said = (part) => (part.share === undefined ? t('candour.at_least', { share: percent(part.at_least) }) : percent(part.share));

/** One view of a release. The chart shows its first level; the table whatever is finer. */
export function Parts({ name, view, release, parts, label, call }) {
  const first = [...parts].sort((one, other) => (other.share ?? other.at_least) - (one.share ?? one.at_least));
  const most = first.find((part) => part.key !== 'other') || first[0];
  return html`<${Figure} name=${name} level=${3} call=${call}
    title=${most ? t('parts.title.' + view, { label: label(most.key), share: said(most), period: release.period }) : t('parts.none.' + view)}
    hint=${t('parts.hint', { k: release.k })}
    empty=${parts.length === 0 && t('parts.empty', { k: release.k })}
    height=${first.length}
    draw=${(colours) => ({
      xAxis: shareAxis({ min: 0, max: 1 }),
      yAxis: { type: 'category', data: first.map((part) => label(part.key)), inverse: true },
      tooltip: tip((i) => `${label(first[i].key)}: ${said(first[i])}`),
      series: [{ type: 'bar', barWidth: '60%', itemStyle: { color: colours.series[1] }, data: first.map((part) => part.share ?? part.at_least) }],
    })}
    columns=${[
      column.text(t('column.what'), (row) => row.names.join(' › ')),
      column.share(t('column.share'), (row) => row.share),
      column.share(t('column.at_least'), (row) => row.at_least),
    ]}
    rows=${flat(parts, label)} />`;
}
