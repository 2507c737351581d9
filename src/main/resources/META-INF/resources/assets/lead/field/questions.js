import { address, all, get } from '../../api.js';
import { count, day, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Figure } from '../../parts/figure.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';
import * as column from '../columns.js';
import { shareAxis, tip } from '../drawing.js';
import { Ask } from './ask.js';

/** What leaders have asked, with the answers of those that are told. */
export function Questions({ session }) {
  const questions = useAnswer(() => Promise.all([all('/questions'), get('/safety')]));
  return html`<${Loaded} of=${questions}>${([asked, safety]) => html`
    ${session.role === 'leader' && (asked.some((question) => question.state === 'open')
      ? html`<p class="note">${t('questions.one_at_a_time')}</p>` : html`<${Ask} k=${safety.terms.k} done=${questions.again} />`)}
    ${asked.length === 0 && html`<p>${t('questions.none')}</p>`}
    ${asked.map((question) => (question.state === 'released'
      ? html`<${Answered} key=${question.id} question=${question} />`
      : html`<article key=${question.id} class="card" data-test="question"><h2>${question.words}</h2>
          <ul>${question.options.map((option) => html`<li>${option}</li>`)}</ul>
          <p class="hint">${t('question_state.' + question.state, { day: day(question.closes_on), k: question.k })}</p></article>`))}`}<//>`;
}

const said = (part) => (part.share === undefined ? t('candour.at_least', { share: percent(part.at_least) }) : percent(part.share));
const named = (option) => (option === 'other' ? t('questions.other') : option);

function Answered({ question }) {
  const answers = question.answers || [];
  const most = [...answers].sort((one, other) => (other.share ?? other.at_least) - (one.share ?? one.at_least))[0];
  return html`<${Figure} name=${'question-' + question.id} title=${question.words} call=${address('/questions')}
    hint=${[most && t('questions.most', { option: named(most.option), share: said(most) }),
      t('questions.answered', { day: day(question.closes_on), people: count(question.answerers), k: question.k })].filter(Boolean).join(' ')}
    empty=${answers.length === 0 && t('parts.empty', { k: question.k })}
    height=${answers.length}
    draw=${(colours) => ({
      xAxis: shareAxis({ min: 0, max: 1 }),
      yAxis: { type: 'category', data: answers.map((part) => named(part.option)), inverse: true },
      tooltip: tip((i) => `${named(answers[i].option)}: ${said(answers[i])}`),
      series: [{ type: 'bar', barWidth: '60%', itemStyle: { color: colours.series[3] }, data: answers.map((part) => part.share ?? part.at_least) }],
    })}
    columns=${[
      column.text(t('questions.option'), (part) => named(part.option)),
      column.share(t('column.share'), (part) => part.share),
      column.share(t('column.at_least'), (part) => part.at_least),
    ]}
    rows=${answers} />`;
}
