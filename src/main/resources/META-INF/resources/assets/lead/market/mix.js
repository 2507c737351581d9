import { count, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import { bucketAxis, line, shareAxis, tip } from '../drawing.js';
import { around, trendColumns, trendRows, withInterval } from './trend.js';

const SHOWN = 6;

/** Room for the legend where the screen is narrow. */
const HIGH = 6;

/** All keys of a trend at once: stacked where each deal has one of them, as lines where it may have several. */
export function Mix({ name, trend, stacked, what }) {
  const shown = trend.keys.slice(0, SHOWN);
  const lead = trend.latest && [...trend.latest.series].sort((one, other) => other.lost - one.lost)[0];
  const title = !lead || lead.lost === 0 ? t('mix.empty') : t('mix.title', {
    bucket: trend.name(trend.latest), label: lead.label, count: trend.latest.lost, lost: count(trend.latest.lost), share: percent(lead.share), around: around(lead),
  });
  return html`<${Figure} name=${name} title=${title} hint=${what}
    draw=${stacked ? bars(trend, shown) : lines(trend, shown)}
    columns=${trendColumns(trend)} rows=${trendRows(trend)} csv=${trend.csv} call=${trend.call}
    height=${stacked && HIGH} empty=${trend.keys.length === 0 && t(trend.lost === 0 ? 'market.no_losses' : 'mix.none_named')} />`;
}

/** The largest, whatever else was named, and what cannot be read yet: together all that was lost. */
const layersOf = (trend, shown) => [
  ...shown.map((key, i) => ({ name: key.label, colour: (colours) => colours.series[i], of: (bucket) => trend.at(bucket, key.key)?.lost || 0 })),
  {
    name: t('mix.rest'), colour: (colours) => colours.rest,
    of: (bucket) => bucket.series.filter((each) => !shown.some((key) => key.key === each.key)).reduce((sum, each) => sum + each.lost, 0),
  },
  { name: t('mix.unmapped'), colour: (colours) => colours.unread, of: (bucket) => bucket.lost - bucket.series.reduce((sum, each) => sum + each.lost, 0) },
].filter((layer) => trend.buckets.some((bucket) => layer.of(bucket) > 0));

const bars = (trend, shown) => (colours) => {
  const layers = layersOf(trend, shown);
  return {
    legend: layers.map((layer) => layer.name),
    xAxis: bucketAxis(trend.names),
    yAxis: shareAxis({ max: 1 }),
    tooltip: tip((i) => [`${trend.names[i]}: ${t('market.lost', { count: trend.buckets[i].lost, number: count(trend.buckets[i].lost) })}`,
      ...layers.filter((layer) => layer.of(trend.buckets[i]) > 0)
        .map((layer) => `${layer.name}: ${count(layer.of(trend.buckets[i]))} (${percent(layer.of(trend.buckets[i]) / trend.buckets[i].lost)})`)].join('\n')),
    series: layers.map((layer) => ({
      name: layer.name, type: 'bar', stack: 'all', barCategoryGap: '25%', itemStyle: { color: layer.colour(colours), borderColor: colours.raised, borderWidth: 1 },
      data: trend.buckets.map((bucket) => layer.of(bucket) / bucket.lost || null),
    })),
  };
};

const lines = (trend, shown) => (colours) => ({
  legend: shown.map((key) => key.label),
  xAxis: bucketAxis(trend.names),
  yAxis: shareAxis({ min: 0 }),
  tooltip: tip((i) => [`${trend.names[i]}: ${t('market.lost', { count: trend.buckets[i].lost, number: count(trend.buckets[i].lost) })}`,
    ...shown.map((key) => ({ key, at: trend.at(trend.buckets[i], key.key) })).filter(({ at }) => at?.share !== undefined)
      .map(({ key, at }) => `${key.label}: ${withInterval(at)}`)].join('\n')),
  series: shown.map((key, i) => line(key.label, trend.buckets.map((bucket) => shareIn(trend, bucket, key.key).value), colours, i)),
});

/** A key that is not named in a bucket of which the reasons are told is a zero; a bucket without lost deals knows nothing. */
export function shareIn(trend, bucket, key) {
  const at = trend.at(bucket, key);
  if (at?.share !== undefined) return { value: at.share, low: at.share_low, high: at.share_high };
  return bucket.lost > 0 ? { value: 0 } : {};
}
