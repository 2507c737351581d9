import { count, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { bucketAxis, line, shareAxis, tip, whiskers } from '../drawing.js';
import { around, withInterval } from './trend.js';

const rate = (bucket) => ({ share: bucket.win_rate, share_low: bucket.win_rate_low, share_high: bucket.win_rate_high });

/** How many of the closed deals were won, where the sources tell all wins, and how far each rate can be trusted. */
export function WinRate({ trend }) {
  const told = trend.buckets.filter((bucket) => bucket.win_rate !== undefined);
  const latest = told.find((bucket) => bucket === trend.latest) || told.at(-1);
  const counts = (bucket) => ({ won: count(bucket.won), lost: count(bucket.lost) });
  return html`<${Figure} name="win-rate" hint=${t('win_rate.hint')}
    title=${latest ? t('win_rate.title', { share: percent(latest.win_rate), around: around(rate(latest)), bucket: trend.name(latest), ...counts(latest) }) : t('win_rate.absent')}
    empty=${!latest && t('win_rate.empty')}
    draw=${(colours) => ({
      xAxis: bucketAxis(trend.names),
      yAxis: shareAxis({ min: 0, max: 1 }),
      tooltip: tip((i) => said(trend.buckets[i], { bucket: trend.names[i], ...counts(trend.buckets[i]) })),
      series: [
        whiskers(trend.buckets.map((bucket) => ({ low: bucket.win_rate_low, high: bucket.win_rate_high })), colours.soft),
        line(t('column.win_rate'), trend.buckets.map((bucket) => bucket.win_rate), colours, 2),
      ],
    })}
    columns=${[
      column.text(t('column.bucket'), (bucket) => bucket.start, (start, bucket) => trend.name(bucket)),
      column.share(t('column.win_rate'), (bucket) => bucket.win_rate),
      ...column.interval((bucket) => bucket.win_rate_low, (bucket) => bucket.win_rate_high),
      column.number(t('column.won'), (bucket) => bucket.won),
      column.number(t('column.lost'), (bucket) => bucket.lost),
    ]}
    rows=${trend.buckets} csv=${trend.csv} call=${trend.call} />`;
}

const said = (bucket, known) =>
  (bucket.win_rate === undefined ? t('win_rate.tip_absent', known) : t('win_rate.tip', { share: withInterval(rate(bucket)), ...known }));
