import { all } from '../api.js';
import { html } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { count, day, percent } from '../format.js';
import { t, word } from '../words.js';
import { OpenQuestion } from './open-question.js';

/** What leaders ask everybody, and what came of it. */
export function Questions() {
  const asked = useAnswer(() => all('/questions'));
  return html`<div class="reading">
    <h1>${t('questions.title')}</h1>
    <p>${t('questions.lead')}</p>
    <${Loaded} of=${asked}>${(list) => html`
      <h2>${t('questions.open')}</h2>
      ${!list.some(isOpen) && html`<p class="card">${t('questions.open.none')}</p>`}
      ${list.filter(isOpen).map((each) => html`<${OpenQuestion} question=${each} again=${asked.again} key=${each.id} />`)}
      <h2>${t('questions.closed')}</h2>
      ${list.every(isOpen) && html`<p class="card">${t('questions.closed.none')}</p>`}
      ${list.filter((each) => !isOpen(each)).map((each) => html`<${Closed} question=${each} key=${each.id} />`)}`}<//>
  </div>`;
}

const isOpen = (question) => question.state === 'open';

/** Shares that may be told, as a list with bars: of at least k people each, or nothing. */
function Closed({ question }) {
  return html`<article class="card" data-test="closed-question">
    <h3>${question.words}</h3>
    <p class="hint">${t('question.closed', { on: day(question.closes_on) })}</p>
    ${question.state === 'released'
      ? html`<p>${t('question.answerers', { people: count(question.answerers) })}</p>
        <dl class="shares">${question.answers.map((part) => html`<dt>${part.option === 'other' ? t('question.other') : part.option}</dt>
          <dd>${part.at_least === undefined ? percent(part.share) : t('question.at_least', { share: percent(part.at_least) })}
            <div class="bar" aria-hidden="true" style=${{ width: percentWidth(part) }}></div></dd>`)}</dl>`
      : html`<p>${question.state === 'too_few' ? t('question.too_few', { k: question.k }) : word('question', question.state)}</p>`}
  </article>`;
}

const percentWidth = (part) => `${Math.round((part.share ?? part.at_least) * 100)}%`;
