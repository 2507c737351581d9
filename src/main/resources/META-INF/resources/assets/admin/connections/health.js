import { html, useState } from '../../lib.js';
import { get } from '../../api.js';
import { count, time } from '../../format.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ProblemNote } from '../../parts/problem.js';
import { Revised } from '../../parts/revision.js';
import { Facts, Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

const STATES = ['open', 'lost', 'won', 'withdrawn'];

export function Health({ id, zone }) {
  const health = useAnswer(() => get(`/connections/${id}/health`), id);
  const when = (text) => text && time(text, zone);
  return html`<section class="card" aria-label=${t('health.title')}>
    <h2>${t('health.title')}</h2>
    <${Loaded} of=${health}>${(now) => html`
      <${Facts} facts=${[
        [t('health.last_received'), when(now.last_received_at) || t('health.never')],
        ...['waiting', 'processed', 'ignored', 'dead', 'refused'].map((each) => [t('health.count.' + each), count(now[each])]),
        [t('health.last_refused'), when(now.last_refused_at)],
      ]} />
      ${now.refused > 0 && html`<p class="note">${t('health.refused_why')}</p>`}
      ${now.missing.length > 0 && html`<h3>${t('health.missing')}</h3>
        <${Listing} caption=${t('health.missing')} heads=${[t('health.field'), t('health.deals'), t('health.since')]}
          rows=${now.missing.map((each) => [word('missing_field', each.field), count(each.deals), when(each.since) || '–'])} />`}
      ${now.unknown_stages.length > 0 && html`<h3>${t('health.stages')}</h3><p>${t('health.stages_lead')}</p>
        <${Revised} path=${`/connections/${id}`} moved=${health.again}>${(connection, save) => html`
          <${Stages} unknown=${now.unknown_stages} known=${connection.stages} save=${save} />`}<//>`}
      <p><button type="button" onClick=${health.again}>${t('health.again')}</button></p>`}<//>
  </section>`;
}

/** What the CRM's own stages mean. The API takes all of them anew, so those that are known are sent along. */
function Stages({ unknown, known, save }) {
  const [meant, mean] = useState({});
  const deed = useDeed();
  return html`<form onSubmit=${onSubmit(() => deed.run(() => save({ stages: { ...known, ...meant } })))}>
    <${Listing} caption=${t('health.stages')} heads=${[t('health.stage'), t('health.deals'), t('health.means')]}
      rows=${unknown.map(({ stage, deals }) => [stage, count(deals), html`
        <select aria-label=${t('health.meaning_of', { stage })} onChange=${(event) => mean({ ...meant, [stage]: event.target.value })}>
          <option value="" disabled selected>${t('form.choose')}</option>
          ${STATES.map((state) => html`<option value=${state}>${word('deal_state', state)}</option>`)}
        </select>`])} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting || Object.keys(meant).length === 0}>${t('health.stages_save')}</button></p>
  </form>`;
}
