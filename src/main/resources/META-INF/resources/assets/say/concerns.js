import { all, get } from '../api.js';
import { html } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { t } from '../words.js';
import { OpenConcern } from './open-concern.js';
import { Raise } from './raise.js';
import { Surfaced } from './surfaced.js';

async function whatIsSaid() {
  const [open, surfaced, safety] = await Promise.all([all('/concerns/open'), all('/concerns'), get('/safety')]);
  return { open, surfaced, k: safety.terms.k };
}

/** What weighs on people: below the surface for reps alone, and above it with what leadership answered. */
export function Concerns() {
  const said = useAnswer(whatIsSaid);
  return html`<div class="reading">
    <h1>${t('concerns.title')}</h1>
    <${Loaded} of=${said}>${({ open, surfaced, k }) => html`
      <p>${t('concerns.lead', { k })}</p>
      <${Raise} k=${k} done=${said.again} />
      <h2>${t('concerns.open')}</h2>
      <p class="hint">${t('concerns.open.hint', { k })}</p>
      ${open.length === 0 && html`<p class="card">${t('concerns.open.none')}</p>`}
      ${open.map((each) => html`<${OpenConcern} concern=${each} again=${said.again} key=${each.id} />`)}
      <h2>${t('concerns.surfaced')}</h2>
      ${surfaced.length === 0 && html`<p class="card">${t('concerns.surfaced.none', { k })}</p>`}
      ${surfaced.map((each) => html`<${Surfaced} concern=${each} key=${each.id} />`)}`}<//>
  </div>`;
}
