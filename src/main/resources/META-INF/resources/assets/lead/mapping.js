import { newOnce, post } from '../api.js';
import { count } from '../format.js';
import { html, useState } from '../lib.js';
import { ProblemNote } from '../parts/problem.js';
import { t } from '../words.js';

/** Says what a text means: first what that would touch, then for good. */
export function Mapping({ text, suggestions, reasons, done }) {
  const [target, setTarget] = useState('');
  const [preview, setPreview] = useState();
  const [problem, setProblem] = useState();
  const id = 'means-' + text;
  const tried = (what) => what.then(() => setProblem(undefined), setProblem);
  const look = () => tried(post('/aliases/preview', { text }).then(setPreview));
  const map = () => tried(post('/aliases', { dimension: 'reason', text, target }, newOnce()).then(() => done(text)));
  const first = suggestions.map((each) => each.code);
  const offered = reasons.filter((reason) => !reason.archived && !reason.merged_into)
    .sort((one, other) => first.includes(other.code) - first.includes(one.code));
  return html`
    <p class="row"><label for=${id}>${t('mapping.means')}</label>
      <select id=${id} value=${target} onChange=${(event) => { setTarget(event.target.value); setPreview(undefined); }}>
        <option value="">${t('mapping.choose')}</option>
        ${offered.map((reason) => html`<option value=${reason.code}>${reason.label}</option>`)}</select>
      <button type="button" disabled=${!target} onClick=${look}>${t('mapping.preview')}</button></p>
    <div aria-live="polite">${preview && html`
      <p class="note">${t('mapping.touches', { count: preview.deals, deals: count(preview.deals), primary: count(preview.primary) })}</p>
      <p><button type="button" class="main" onClick=${map}>${t('mapping.go')}</button></p>`}</div>
    <${ProblemNote} problem=${problem} />`;
}
