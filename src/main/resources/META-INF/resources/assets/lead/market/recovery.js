import { address } from '../../api.js';
import { count, money, percent, percent1 } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { band, bucketAxis, line, shareAxis, tip } from '../drawing.js';
import { FieldRange } from './price-gaps.js';

/** The discount that is told of in the sentence above the curve. */
const TOLD = 0.1;

const worth = (step) => step.value.map((each) => t('recovery.worth', { amount: money(each), of: money({ ...each, amount: each.of }) })).join('; ');

/** What discounts could have won back, at most. */
export function Recovery({ told, asked }) {
  const { measured, curve } = told.buckets[0].recovery;
  const points = curve.map(({ recovered }) => ({ low: recovered.share_low, high: recovered.share_high }));
  const step = curve.find((each) => each.discount === TOLD);
  const said = ({ recovered }) => t('share.with_interval', {
    share: percent(recovered.share), low: percent(recovered.share_low), high: percent(recovered.share_high),
  });
  const counts = { count: measured.count, measured: count(measured.count), lost: count(measured.of) };
  return html`<${Figure} name="recovery" hint=${t('recovery.hint')}
    title=${measured.count > 0 && step ? t('recovery.title', { discount: percent(step.discount), share: said(step), ...counts }) : t('recovery.absent')}
    empty=${measured.count === 0 && t('recovery.empty', counts)}
    draw=${(colours) => ({
      xAxis: bucketAxis(curve.map(({ discount }) => percent1(discount))),
      yAxis: shareAxis({ min: 0, max: 1 }),
      tooltip: tip((i) => t('recovery.tip', { discount: percent1(curve[i].discount), share: said(curve[i]) })),
      series: [...band(points, colours.series[2]), line(t('recovery.recovered'), curve.map(({ recovered }) => recovered.share), colours, 2)],
    })}
    columns=${[
      column.share(t('recovery.discount'), (row) => row.discount),
      ...column.counted(t('recovery.recovered'), (row) => row.recovered),
      column.text(t('column.value'), (row) => row.value.map(({ amount, currency }) => `${amount} ${currency}`).join('; '), (value, row) => worth(row)),
    ]}
    rows=${measured.count > 0 ? curve : []} call=${address('/pricing/recovery', asked)}>
    <${FieldRange} view=${told.field_view} says="recovery.field" />
  <//>`;
}
