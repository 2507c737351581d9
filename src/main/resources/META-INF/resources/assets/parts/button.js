import { html, useState } from '../lib.js';
import { t } from '../words.js';
import { useDeed } from './deed.js';
import { ProblemNote } from './problem.js';

/** A button that does one thing and says what went wrong with it. */
export function Button({ text, act, main, said }) {
  const deed = useDeed();
  return html`<span class="deed">
    <button type="button" class=${main ? 'main' : undefined} disabled=${deed.waiting} onClick=${() => deed.run(act)}>${text}</button>
    ${said && deed.done !== undefined && html`<span role="status">${said(deed.done)}</span>`}
    <${ProblemNote} problem=${deed.problem} />
  </span>`;
}

/** For what cannot be taken back: the first press asks, the second one does. */
export function SureButton({ text, question, sure, act }) {
  const [asked, ask] = useState(false);
  return html`<span class="sure">
    <button type="button" aria-expanded=${asked ? 'true' : 'false'} onClick=${() => ask(!asked)}>${text}</button>
    ${asked && html`<span role="status">${question}</span>
      <${Button} text=${sure} act=${act} />
      <button type="button" class="plain" onClick=${() => ask(false)}>${t('sure.no')}</button>`}
  </span>`;
}
