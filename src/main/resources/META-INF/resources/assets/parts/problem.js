import { html } from '../lib.js';
import { t } from '../words.js';

/** What went wrong, said where it happened, and read out. */
export function ProblemNote({ problem, again }) {
  if (!problem) return null;
  const text = problem.code === 'unreachable' ? t('problem.unreachable') : problem.detail || problem.title || problem.message;
  return html`<div class="problem" role="alert">
    <p>${text}</p>
    ${problem.errors?.length > 0 && html`<ul>${problem.errors.map((each) => html`<li><code>${each.pointer || each.parameter}</code> ${each.detail}</li>`)}</ul>`}
    ${again && html`<button type="button" onClick=${again}>${t('problem.again')}</button>`}
  </div>`;
}
