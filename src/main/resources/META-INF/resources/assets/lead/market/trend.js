import { address } from '../../api.js';
import { percent } from '../../format.js';
import { t } from '../../words.js';
import { bucketName, isWhole } from '../time.js';
import * as column from '../columns.js';

/** An answer of `/v1/trends/{dimension}`, as charts and tables want it. */
export function trendOf(answer, asked) {
  const { buckets, interval, dimension, until } = answer;
  const keys = new Map();
  for (const bucket of buckets) {
    for (const each of bucket.series) {
      const known = keys.get(each.key) || { key: each.key, label: each.label, lost: 0 };
      keys.set(each.key, { ...known, lost: known.lost + each.lost });
    }
  }
  const over = buckets.filter((bucket) => bucket.lost > 0 && isWhole(interval, bucket.start, until));
  return {
    buckets,
    names: buckets.map((bucket) => bucketName(interval, bucket.start)),
    name: (bucket) => bucketName(interval, bucket.start),
    lost: buckets.reduce((sum, bucket) => sum + bucket.lost, 0),
    /** The most lost first. */
    keys: [...keys.values()].sort((one, other) => other.lost - one.lost),
    at: (bucket, key) => bucket.series.find((each) => each.key === key),
    /** The last one that is over and has lost deals; where none is over, the last one that has any. */
    latest: over.at(-1) || buckets.filter((bucket) => bucket.lost > 0).at(-1),
    call: address(`/trends/${dimension}`, asked),
    csv: address(`/trends/${dimension}.csv`, asked),
  };
}

/** A row for each bucket and key, as the CSV has it. */
export const trendRows = (trend) => trend.buckets.flatMap((bucket) => bucket.series.map((each) => ({ bucket, ...each })));

export const trendColumns = (trend) => [
  column.text(t('column.bucket'), (row) => row.bucket.start, (start, row) => trend.name(row.bucket)),
  column.text(t('column.what'), (row) => row.label),
  column.number(t('column.lost'), (row) => row.lost),
  column.share(t('column.share'), (row) => row.share),
  ...column.interval((row) => row.share_low, (row) => row.share_high),
  column.points(t('column.change'), (row) => row.change),
];

/** "between 11 % and 26 %" */
export const around = (each) => t('share.interval', { low: percent(each.share_low), high: percent(each.share_high) });

/** "17 %, between 11 % and 26 %". */
export const withInterval = (each) => t('share.with_interval', {
  share: percent(each.share), low: percent(each.share_low), high: percent(each.share_high),
});
