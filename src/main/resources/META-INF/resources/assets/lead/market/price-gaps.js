import { address } from '../../api.js';
import { count, day, percent, percent1 } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import { bucketName, isWhole } from '../time.js';
import * as column from '../columns.js';
import { bucketAxis, line, shareAxis, tip, whiskers } from '../drawing.js';

/** "between 2 % and 10 %", or that there are too few deals for it. */
const around = (gap) => (gap.median_low === undefined ? t('gap.no_interval')
  : t('share.interval', { low: percent1(gap.median_low), high: percent1(gap.median_high) }));

/** How dear we were where we lost, by the median deal. */
export function PriceGaps({ told, asked }) {
  const buckets = told.buckets;
  const name = (bucket) => bucketName(told.interval, bucket.start);
  const measured = buckets.filter((bucket) => bucket.gap.median !== undefined);
  const latest = measured.filter((bucket) => isWhole(told.interval, bucket.start, told.until)).at(-1) || measured.at(-1);
  const title = latest ? t(latest.gap.median < 0 ? 'gap.title_cheaper' : 'gap.title', {
    bucket: name(latest), median: percent1(Math.abs(latest.gap.median)), around: around(latest.gap),
    measured: count(latest.gap.measured.count), lost: count(latest.gap.lost),
  }) : t('gap.absent');
  return html`<${Figure} name="price-gaps" title=${title} hint=${t('gap.hint')} empty=${!latest && t('gap.empty')}
    draw=${(colours) => ({
      xAxis: bucketAxis(buckets.map(name)),
      yAxis: shareAxis(),
      tooltip: tip((i) => said(buckets[i].gap, name(buckets[i]))),
      series: [
        whiskers(buckets.map(({ gap }) => ({ low: gap.median_low, high: gap.median_high })), colours.soft),
        line(t('gap.median'), buckets.map(({ gap }) => gap.median), colours, 1),
      ],
    })}
    columns=${[
      column.text(t('column.bucket'), (bucket) => bucket.start, (start, bucket) => name(bucket)),
      column.share(t('gap.median'), ({ gap }) => gap.median),
      ...column.interval(({ gap }) => gap.median_low, ({ gap }) => gap.median_high),
      column.share(t('gap.lower_quartile'), ({ gap }) => gap.lower_quartile),
      column.share(t('gap.upper_quartile'), ({ gap }) => gap.upper_quartile),
      column.number(t('gap.measured'), ({ gap }) => gap.measured.count),
      column.number(t('column.lost'), ({ gap }) => gap.lost),
      column.share(t('gap.not_dearer'), ({ gap }) => gap.not_dearer.share),
    ]}
    rows=${buckets} call=${address('/pricing/gaps', asked)}>
    <${FieldRange} view=${told.field_view} says="gap.field" />
  <//>`;
}

const said = (gap, bucket) => (gap.median === undefined ? t('gap.tip_absent', { bucket, lost: count(gap.lost) })
  : t('gap.tip', { bucket, median: percent1(gap.median), around: around(gap), measured: count(gap.measured.count), lost: count(gap.lost) }));

/** What the field measured in confidence, beside it and never added to it. */
export function FieldRange({ view, says }) {
  if (!view) return null;
  return html`<p class="note">${t(says, {
    since: day(view.since), until: day(view.until), people: count(view.reporters),
    median: percent(view.range.median), lower: percent(view.range.lower), upper: percent(view.range.upper),
  })} <a href=${'#/field/releases/' + view.release}>${view.period}</a></p>`;
}
