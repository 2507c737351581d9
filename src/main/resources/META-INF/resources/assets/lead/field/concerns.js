import { all } from '../../api.js';
import { count, day } from '../../format.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t, word } from '../../words.js';
import { AnswerForm } from '../answer-form.js';
import { Answers, Records } from '../answers.js';

const MOST = 200;

/** Concerns that have surfaced: all, or the one that is asked for. */
export function Concerns({ id, session }) {
  const concerns = useAnswer(() => all('/concerns', {}, MOST));
  return html`<${Loaded} of=${concerns}>${(told) => {
    const shown = id ? told.filter((concern) => concern.id === id) : told;
    return html`
      ${id && html`<p><a href="#/field/concerns">${t('concerns.all')}</a></p>`}
      ${shown.length === 0 && html`<p class="note">${t(id ? 'concerns.unknown' : 'concerns.none')}</p>`}
      ${shown.map((concern) => html`<${Concern} key=${concern.id} concern=${concern} session=${session} again=${concerns.again} />`)}`;
  }}<//>`;
}

function Concern({ concern, session, again }) {
  const surfaced = { day: day(concern.surfaced_on), people: concern.people && count(concern.people) };
  const due = concern.answer_due && { day: day(concern.answer_due) };
  return html`<article class="card" data-test="concern">
    <h2>${word('topic', concern.topic)}</h2>
    <blockquote class="words">${concern.words}</blockquote>
    <p class="hint">${t(concern.by_choice ? 'concern.by_choice' : 'concern.people', surfaced)}</p>
    <${Records} records=${concern.records} />
    ${due && (concern.stands ? html`<p class="late">${t('briefing.stands', due)}</p>` : html`<p>${t('briefing.by', due)}</p>`)}
    <${Answers} responses=${concern.responses} />
    ${session.role === 'leader' && html`<${AnswerForm} path=${`/concerns/${concern.id}/responses`} done=${again} />`}
  </article>`;
}
