import { html } from '../lib.js';
import { day } from '../format.js';
import { t, word } from '../words.js';
import { Records, Responses } from './response.js';

/** One that everybody reads: who stands behind it, what the records say, and what leadership answered, or owes. */
export function Surfaced({ concern }) {
  return html`<article class="card" data-test="surfaced">
    <p><span class="tag">${word('topic', concern.topic)}</span> <span class="hint">${t('surfaced.on', { on: day(concern.surfaced_on) })}</span></p>
    <blockquote>${concern.words}</blockquote>
    <p>${concern.people ? t('surfaced.people', { k: concern.people }) : t('surfaced.by_choice')}</p>
    <${Records} records=${concern.records} />
    ${concern.stands && html`<p><strong>${t('surfaced.stands')}</strong></p>`}
    ${concern.answer_due && !concern.stands && html`<p class="hint">${t('surfaced.due', { on: day(concern.answer_due) })}</p>`}
    <${Responses} list=${concern.responses} />
  </article>`;
}
