import { address } from '../../api.js';
import { apart, count, day, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { shareAxis, tip, whiskers } from '../drawing.js';

/** Where what is said in confidence and what is said openly lie furthest apart. */
const widest = (rows) => [...rows].filter((row) => row.candour_gap !== undefined && row.key !== 'other').sort((one, other) => Math.abs(other.candour_gap) - Math.abs(one.candour_gap))[0];

/** The field's view beside the open plane, of one period: two marks for each reason, and the gap between them. What is told as "so much or more" points to the right. */
export function Candour({ view, asked, k }) {
  const rows = view?.series || [];
  const gap = widest(rows);
  return html`<${Figure} name="candour"
    title=${gap ? t(gap.candour_gap < 0 ? 'candour.title_open' : 'candour.title_field', { label: gap.label, gap: apart(gap.candour_gap), period: view.period }) : t(rows.length > 0 ? 'candour.no_gap' : 'candour.none')}
    hint=${view && t('candour.hint', { people: count(view.reporters), since: day(view.since), until: day(view.until), k })}
    empty=${rows.length === 0 && t(view ? 'candour.not_apart' : 'candour.empty', { k })}
    height=${rows.length} draw=${dumbbell(rows)}
    columns=${[
      column.text(t('column.what'), (row) => row.label),
      column.share(t('column.field_share'), (row) => row.share),
      column.share(t('column.at_least'), (row) => row.at_least),
      ...column.interval((row) => row.share_low, (row) => row.share_high),
      column.share(t('column.open_share'), (row) => row.open_share),
      column.points(t('column.candour_gap'), (row) => row.candour_gap),
    ]}
    rows=${rows} call=${address('/trends/reasons', asked)}>
    ${view && html`<p><a href=${'#/field/releases/' + view.release}>${t('candour.all', { period: view.period })}</a></p>`}
  <//>`;
}

const said = (row) => (row.share === undefined ? t('candour.at_least', { share: percent(row.at_least) })
  : t('share.with_interval', { share: percent(row.share), low: percent(row.share_low), high: percent(row.share_high) }));

const dumbbell = (rows) => (colours) => {
  const field = rows.map((row) => row.share ?? row.at_least);
  const dots = (name, values, i, symbol, isFloor) => ({
    name, type: 'scatter', symbol, symbolSize: 15, z: 6, itemStyle: { color: colours.series[i] },
    data: values.map((value, row) => ({ value: [value ?? '-', row], ...(isFloor?.(rows[row]) ? { symbol: 'triangle', symbolRotate: -90 } : {}) })),
  });
  return {
    legend: [t('candour.field'), t('candour.open')],
    xAxis: shareAxis({ min: 0 }),
    yAxis: { type: 'category', data: rows.map((row) => row.label), inverse: true },
    tooltip: tip((i) => [rows[i].label, `${t('candour.field')}: ${said(rows[i])}`,
      rows[i].open_share !== undefined && `${t('candour.open')}: ${percent(rows[i].open_share)}`].filter(Boolean).join('\n')),
    series: [
      between(rows, field, colours.soft),
      whiskers(rows.map((row) => ({ low: row.share_low, high: row.share_high })), colours.series[1], { lying: true }),
      dots(t('candour.field'), field, 1, 'circle', (row) => row.share === undefined),
      dots(t('candour.open'), rows.map((row) => row.open_share), 0, 'diamond'),
    ],
  };
};

const between = (rows, field, colour) => ({
  type: 'custom', silent: true, z: 2, encode: { x: [1, 2], y: 0 },
  data: rows.map((row, i) => [i, row.open_share ?? NaN, field[i]]),
  renderItem(params, api) {
    if (Number.isNaN(api.value(1))) return undefined;
    const [[x1, y1], [x2, y2]] = [api.coord([api.value(1), api.value(0)]), api.coord([api.value(2), api.value(0)])];
    return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 6, opacity: 0.35 } };
  },
});
