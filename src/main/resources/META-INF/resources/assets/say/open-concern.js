import { html, useState } from '../lib.js';
import { day } from '../format.js';
import { ProblemNote } from '../parts/problem.js';
import { t, word } from '../words.js';
import { useActing } from './acting.js';

/** One below the surface. Who raised it, the API tells nobody, so its author says so before doing what an author may. */
export function OpenConcern({ concern, again }) {
  const path = '/concerns/' + concern.id;
  const { act, waiting, problem } = useActing(again);
  const [sure, setSure] = useState(false);
  return html`<article class="card" data-test="open-concern">
    <p><span class="tag">${word('topic', concern.topic)}</span> <span class="hint">${t('concern.week', { on: day(concern.week) })}</span></p>
    <blockquote>${concern.words}</blockquote>
    <p class="row">
      ${concern.endorsed
        ? html`<strong>${t('concern.endorsed')}</strong>
          <button type="button" disabled=${waiting} onClick=${() => act('DELETE', path + '/endorsements')}>${t('concern.no_longer')}</button>`
        : html`<button type="button" class="main" disabled=${waiting} onClick=${() => act('POST', path + '/endorsements')}>${t('concern.endorse')}</button>`}
    </p>
    ${concern.endorsed && html`<details>
      <summary>${t('concern.author')}</summary>
      <p class="hint">${t('concern.author.hint')}</p>
      <p class="row"><button type="button" disabled=${waiting} onClick=${() => act('DELETE', path)}>${t('concern.withdraw')}</button></p>
      <p class="note">${t('concern.surface.warning')}</p>
      <label class="choice"><input type="checkbox" checked=${sure} onChange=${(event) => setSure(event.target.checked)} /> ${t('concern.surface.sure')}</label>
      <p class="row"><button type="button" disabled=${waiting || !sure} onClick=${() => act('POST', path + '/surface')}>${t('concern.surface')}</button></p>
    </details>`}
    <${ProblemNote} problem=${problem?.status === 404 ? { detail: t('concern.not_yours') } : problem} />
  </article>`;
}
