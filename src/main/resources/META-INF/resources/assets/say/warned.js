import { html } from '../lib.js';
import { t } from '../words.js';

/** What in a text could tell who wrote it, as the API noticed; whoever wants it read as it is says so. */
export const traces = (problem, pointer) =>
  (problem?.errors || []).filter((each) => each.pointer === pointer && each.detail.startsWith('could tell who you are'));

export function Warned({ problem, pointer, warned, change }) {
  const found = traces(problem, pointer);
  if (found.length === 0 && !warned) return null;
  return html`<div class="problem" role="alert">
    ${found.length > 0 && html`<p>${t('warned.title')}</p>
      <ul>${found.map((each) => html`<li>${each.detail.replace(/^[^:]*: /, '').replace(/;.*$/, '')}</li>`)}</ul>`}
    <label class="choice"><input type="checkbox" checked=${warned} onChange=${(event) => change({ warned: event.target.checked })} /> ${t('warned.as_it_is')}</label>
  </div>`;
}
