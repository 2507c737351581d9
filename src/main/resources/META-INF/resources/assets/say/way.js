import { html } from '../lib.js';
import { count, day } from '../format.js';
import { t, word } from '../words.js';

/** Who sees it, when, and among how many: before it is sent, in the numbers of this workspace. */
export function Way({ known, draft, change }) {
  const { safety } = known;
  const numbers = { k: safety.terms.k, reps: count(safety.reps), on: day(safety.current_period.sealed_on), period: safety.current_period.name };
  return html`<fieldset class="ways">
    <legend>${t('say.way')}</legend>
    <label class=${draft.openly ? 'way' : 'way chosen'}>
      <input type="radio" name="way" value="confidence" checked=${!draft.openly} onChange=${() => change({ openly: false })} />
      <span><strong>${t('say.way.confidence')}</strong> <span class="hint">${t('say.way.default')}</span></span>
    </label>
    ${!draft.openly && html`<div class="explained" data-test="promise">
      <ul>
        <li>${t('say.promise.who')}</li>
        <li>${t('say.promise.when', numbers)}</li>
        <li>${safety.reps < safety.terms.k ? t('say.promise.few', { ...numbers, count: safety.reps }) : t('say.promise.k', numbers)}</li>
        <li>${word('coverage', safety.coverage)}</li>
      </ul>
      <p><a href="#/safety">${t('say.promise.more')}</a></p>
    </div>`}
    <label class=${draft.openly ? 'way chosen' : 'way'}>
      <input type="radio" name="way" value="openly" checked=${draft.openly} onChange=${() => change({ openly: true })} />
      <span><strong>${t('say.way.openly')}</strong></span>
    </label>
    ${draft.openly && html`<div class="explained">
      <p class="note">${t('say.openly.warning')}</p>
      <${Deal} known=${known} draft=${draft} change=${change} />
    </div>`}
  </fieldset>`;
}

function Deal({ known, draft, change }) {
  const sources = known.sources.some((each) => each.key === draft.source) || !draft.source
    ? known.sources : [{ key: draft.source, label: draft.source }, ...known.sources];
  return html`<label for="source">${t('say.source')}</label>
    <select id="source" value=${draft.source} onChange=${(event) => change({ source: event.target.value })}>
      <option value="">${t('say.source.none')}</option>
      ${sources.map((each) => html`<option value=${each.key} key=${each.key}>${each.label}</option>`)}
    </select>
    <label for="deal">${t('say.deal')}</label>
    <input id="deal" maxlength="200" autocomplete="off" value=${draft.deal} onInput=${(event) => change({ deal: event.target.value.trim() })} />
    <label for="closed">${t('say.closed')}</label>
    <input id="closed" type="date" value=${draft.closed} onInput=${(event) => change({ closed: event.target.value })} />`;
}
