import { address } from '../../api.js';
import { count, day, percent1 } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { t, word } from '../../words.js';
import { AnswerForm } from '../answer-form.js';
import { Answers } from '../answers.js';
import * as column from '../columns.js';
import { band, bucketAxis, line, shareAxis, tip } from '../drawing.js';
import { monthName } from '../time.js';
import { Numbers } from './numbers.js';

/** A signal: its sentence, its chart, what was answered, and for leaders the way to answer. `whole` tells its numbers, too. */
export function SignalCard({ signal, session, again, whole }) {
  const path = '/signals/' + signal.id;
  return html`<article class="signal" data-test="signal">
    <${Figure} name=${'signal-' + signal.id} level=${whole ? 2 : 3} title=${signal.sentence} hint=${hintOf(signal)} ...${seriesOf(signal)} call=${address(path)}>
      ${whole ? html`<${Numbers} signal=${signal} />` : html`<p><a href=${'#' + path}>${t('signal.numbers')}</a></p>`}
    <//>
    <div class="card">
      ${signal.answer_due && html`<p class="hint">${t('briefing.by', { day: day(signal.answer_due) })}</p>`}
      <${Answers} responses=${signal.responses} />
      ${session.role === 'leader' && html`<${AnswerForm} path=${path + '/responses'} done=${again} />`}
    </div>
  </article>`;
}

const hintOf = (signal) => [
  t('signal.found', { period: monthName(signal.period), day: day(signal.opened_on) }),
  signal.cleared_on && t('signals.cleared_on', { day: day(signal.cleared_on) }),
  t('signal.whole', { whole: word(signal.kind === 'price_gap' ? 'gap_of' : 'share_of', signal.whole) }),
].filter(Boolean).join(' ');

function seriesOf({ series, label, kind }) {
  const name = label || word('signal_kind', kind);
  const names = series.map((point) => monthName(point.month));
  return {
    draw: (colours) => ({
      xAxis: bucketAxis(names),
      yAxis: shareAxis(),
      tooltip: tip((i) => t('signal.tip', {
        month: names[i], share: percent1(series[i].value), low: percent1(series[i].low), high: percent1(series[i].high), deals: count(series[i].deals),
      })),
      series: [...band(series, colours.series[0]), line(name, series.map((point) => point.value), colours, 0)],
    }),
    rows: series,
    columns: [
      column.text(t('column.bucket'), (point) => point.month, monthName),
      column.share(t('column.share'), (point) => point.value),
      ...column.interval((point) => point.low, (point) => point.high),
      column.number(t('column.deals'), (point) => point.deals),
    ],
  };
}
