import { count, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { bucketAxis, line, shareAxis, tip } from '../drawing.js';

/** How many of the closed deals were won, where the sources tell all wins. The API gives no interval here, so the counts stand beside it. */
export function WinRate({ trend }) {
  const told = trend.buckets.filter((bucket) => bucket.win_rate !== undefined);
  const latest = told.find((bucket) => bucket === trend.latest) || told.at(-1);
  const counts = (bucket) => ({ won: count(bucket.won), lost: count(bucket.lost) });
  return html`<${Figure} name="win-rate" hint=${t('win_rate.hint')}
    title=${latest ? t('win_rate.title', { share: percent(latest.win_rate), bucket: trend.name(latest), ...counts(latest) }) : t('win_rate.absent')}
    empty=${!latest && t('win_rate.empty')}
    draw=${(colours) => ({
      xAxis: bucketAxis(trend.names),
      yAxis: shareAxis({ min: 0, max: 1 }),
      tooltip: tip((i) => t(trend.buckets[i].win_rate === undefined ? 'win_rate.tip_absent' : 'win_rate.tip', {
        bucket: trend.names[i], share: percent(trend.buckets[i].win_rate ?? 0), ...counts(trend.buckets[i]),
      })),
      series: [line(t('column.win_rate'), trend.buckets.map((bucket) => bucket.win_rate), colours, 2)],
    })}
    columns=${[
      column.text(t('column.bucket'), (bucket) => bucket.start, (start, bucket) => trend.name(bucket)),
      column.share(t('column.win_rate'), (bucket) => bucket.win_rate),
      column.number(t('column.won'), (bucket) => bucket.won),
      column.number(t('column.lost'), (bucket) => bucket.lost),
    ]}
    rows=${trend.buckets} csv=${trend.csv} call=${trend.call} />`;
}
