import { percent } from '../format.js';

/** What charts of shares are drawn with. */

export const shareAxis = (more = {}) => ({ type: 'value', axisLabel: { formatter: percent }, ...more });
export const bucketAxis = (names) => ({ type: 'category', data: names });

const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 2], [12, 4]];

/** A line that is known by its mark and its dashes as well as by its colour. What is absent leaves a gap. */
export const line = (name, values, colours, i) => ({
  name, type: 'line', data: values.map((value) => value ?? null), symbol: MARKS[i % MARKS.length], symbolSize: 8,
  itemStyle: { color: colours.series[i % colours.series.length] },
  lineStyle: { color: colours.series[i % colours.series.length], type: DASHES[i % DASHES.length], width: 2.5 },
});

/** Between the two ends of an interval, behind a line. Points are `{low, high}`, or lack both. */
export const band = (points, colour) => {
  const edge = (values, area) => ({
    type: 'line', stack: 'band', stackStrategy: 'all', data: values, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, itemStyle: { color: colour }, ...area,
  });
  return [
    edge(points.map((point) => point.low ?? null), {}),
    edge(points.map((point) => (point.low === undefined ? null : point.high - point.low)), { areaStyle: { color: colour, opacity: 0.25, decal: { symbol: 'none' } } }),
  ];
};

/** An interval as a stroke with two ends, upright or lying, at each place of a category axis. */
export const whiskers = (points, colour, { lying = false } = {}) => ({
  type: 'custom', silent: true, z: 5, tooltip: { show: false },
  data: points.map((point, i) => [i, point.low ?? NaN, point.high ?? NaN]),
  encode: lying ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
  renderItem(params, api) {
    if (Number.isNaN(api.value(1))) return undefined;
    const at = (value) => api.coord(lying ? [value, api.value(0)] : [api.value(0), value]);
    const [low, high] = [at(api.value(1)), at(api.value(2))];
    const cap = lying ? [0, 5] : [5, 0];
    const stroke = ([x1, y1], [x2, y2]) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 2 } });
    const end = ([x, y]) => stroke([x - cap[0], y - cap[1]], [x + cap[0], y + cap[1]]);
    return { type: 'group', children: [stroke(low, high), end(low), end(high)] };
  },
});

/** The tip of all that is at one place of the axis. */
export const tip = (text) => ({ formatter: (at) => text([at].flat()[0].dataIndex) });
