import { count, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import { go, withAsked } from '../query.js';
import { band, bucketAxis, line, shareAxis, tip } from '../drawing.js';
import { shareIn } from './mix.js';
import { around, trendColumns, trendRows, withInterval } from './trend.js';

/** One key of a trend, with how far each share can be trusted. Which one is asked for as `of`; else the largest. */
export function One({ name, trend, path, query }) {
  const asked = new URLSearchParams(query).get('of');
  const key = trend.keys.find((each) => each.key === asked) || trend.keys[0];
  if (!key) return null;
  const now = trend.latest && trend.at(trend.latest, key.key);
  const points = trend.buckets.map((bucket) => shareIn(trend, bucket, key.key));
  const title = now?.share === undefined ? t('one.absent', { label: key.label })
    : t('one.title', { label: key.label, share: percent(now.share), around: around(now), count: trend.latest.lost, lost: count(trend.latest.lost), bucket: trend.name(trend.latest) });
  return html`<${Figure} name=${name} title=${title} hint=${t('one.hint')}
    draw=${(colours) => ({
      xAxis: bucketAxis(trend.names),
      yAxis: shareAxis({ min: 0 }),
      tooltip: tip((i) => `${trend.names[i]}\n${key.label}: ${said(trend, trend.buckets[i], key.key)}`),
      series: [...band(points, colours.series[0]), line(key.label, points.map((point) => point.value), colours, 0)],
    })}
    columns=${trendColumns(trend)} rows=${trendRows(trend).filter((row) => row.key === key.key)} csv=${trend.csv} call=${trend.call}>
    <p class="row"><label for=${name + '-of'}>${t('one.which')}</label>
      <select id=${name + '-of'} value=${key.key} onChange=${(event) => go(path, withAsked(query, 'of', event.target.value))}>
        ${trend.keys.map((each) => html`<option value=${each.key}>${each.label}</option>`)}</select></p>
  <//>`;
}

function said(trend, bucket, key) {
  const at = trend.at(bucket, key);
  if (at?.share !== undefined) return t('one.tip', { share: withInterval(at), number: count(at.lost), lost: count(bucket.lost) });
  return bucket.lost > 0 ? t('one.not_named', { lost: count(bucket.lost) }) : t('market.no_losses');
}
