import { html } from '../lib.js';
import { t } from '../words.js';
import { Warned } from './warned.js';

export const MOST = 2000;

export function Note({ draft, change, problem }) {
  return html`<label for="note">${t('say.note')}</label>
    <textarea id="note" maxlength=${MOST} autocomplete="off" value=${draft.note} aria-describedby="note-hint"
      onInput=${(event) => change({ note: event.target.value })}></textarea>
    <p class="hint" id="note-hint">${draft.openly ? t('say.note.openly') : t('say.note.hint')}</p>
    ${!draft.openly && draft.note.trim() && html`<label class="choice">
      <input type="checkbox" checked=${draft.quotable} onChange=${(event) => change({ quotable: event.target.checked })} /> ${t('say.note.quotable')}
    </label>`}
    <${Warned} problem=${problem} pointer="/note" warned=${draft.warned} change=${change} />`;
}
