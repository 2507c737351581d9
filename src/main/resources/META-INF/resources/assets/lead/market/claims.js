import { address } from '../../api.js';
import { count, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import { bucketName } from '../time.js';
import * as column from '../columns.js';
import { bucketAxis, tip } from '../drawing.js';

const ANSWERS = ['supported', 'contradicted', 'unmeasured'];

/** Do prices bear out what is said of prices? */
export function Claims({ told, asked }) {
  const buckets = told.buckets;
  const name = (bucket) => bucketName(told.interval, bucket.start);
  const sum = (of) => buckets.reduce((all, { claim }) => all + of(claim), 0);
  const [cited, supported, contradicted] = [sum((claim) => claim.cited), sum((claim) => claim.supported.count), sum((claim) => claim.contradicted.count)];
  return html`<${Figure} name="claims" hint=${t('claims.hint')}
    title=${cited > 0 ? t('claims.title', { count: cited, cited: count(cited), supported: count(supported), contradicted: count(contradicted), unmeasured: count(cited - supported - contradicted) }) : t('claims.absent')}
    empty=${cited === 0 && t('claims.empty')}
    draw=${(colours) => ({
      legend: ANSWERS.map((each) => t('claims.' + each)),
      xAxis: bucketAxis(buckets.map(name)),
      yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: count } },
      tooltip: tip((i) => [name(buckets[i]), ...ANSWERS.map((each) => said(each, buckets[i].claim[each]))].join('\n')),
      series: ANSWERS.map((each, i) => ({
        name: t('claims.' + each), type: 'bar', stack: 'all', barCategoryGap: '25%',
        itemStyle: { color: [colours.series[1], colours.series[0], colours.unread][i], borderColor: colours.raised, borderWidth: 1 },
        data: buckets.map(({ claim }) => claim[each].count || null),
      })),
    })}
    columns=${[
      column.text(t('column.bucket'), (bucket) => bucket.start, (start, bucket) => name(bucket)),
      column.number(t('claims.cited'), ({ claim }) => claim.cited),
      ...column.counted(t('claims.supported'), ({ claim }) => claim.supported),
      column.number(t('claims.contradicted'), ({ claim }) => claim.contradicted.count),
      column.number(t('claims.unmeasured'), ({ claim }) => claim.unmeasured.count),
    ]}
    rows=${cited > 0 ? buckets : []} call=${address('/pricing/claims', asked)} />`;
}

const said = (each, { count: number, share, share_low: low, share_high: high }) =>
  `${t('claims.' + each)}: ${count(number)}${share === undefined ? '' : ' (' + t('share.with_interval', { share: percent(share), low: percent(low), high: percent(high) }) + ')'}`;
