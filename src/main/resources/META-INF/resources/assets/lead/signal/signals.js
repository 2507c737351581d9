import { all, get } from '../../api.js';
import { day } from '../../format.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { Title } from '../../parts/title.js';
import { t } from '../../words.js';
import { ScanSays } from './scan.js';
import { SignalCard } from './signal.js';

/** Far more than anybody answers. */
const MOST = 200;

/** What has really changed in the market: all that is open, or one with its numbers. */
export function Signals({ id, session }) {
  return html`<h1>${t('lead.signals')}</h1>
    ${id ? html`<${OneSignal} id=${id} session=${session} />` : html`<${AllSignals} session=${session} />`}`;
}

function OneSignal({ id, session }) {
  const signal = useAnswer(() => get('/signals/' + encodeURIComponent(id)), id);
  return html`<p><a href="#/signals">${t('signals.all')}</a></p>
    <${Loaded} of=${signal}>${(told) => html`<${Title} level=${2} text=${told.sentence} /><${SignalCard} signal=${told} session=${session} again=${signal.again} whole />`}<//>`;
}

function AllSignals({ session }) {
  const signals = useAnswer(() => Promise.all([all('/signals', { state: 'open' }, MOST), all('/signals', { state: 'cleared' }, MOST)]));
  const scan = useAnswer(() => get('/signals/scan'));
  const again = () => { signals.again(); scan.again(); };
  return html`
    <p>${t('signals.lead')}</p>
    <${Loaded} of=${signals}>${([open, cleared]) => {
      const part = (name, list) => list.length > 0 && html`<section data-test=${name}><h2>${t('signals.' + name)}</h2>
        ${list.map((signal) => html`<${SignalCard} key=${signal.id} signal=${signal} session=${session} again=${again} />`)}</section>`;
      return html`
        ${open.length === 0 && html`<p class="note">${t('signals.none_open')}</p>`}
        ${part('waiting', open.filter((signal) => signal.responses.length === 0))}
        ${part('answered', open.filter((signal) => signal.responses.length > 0))}
        ${cleared.length > 0 && html`<section class="card"><h2>${t('signals.cleared')}</h2><ul class="told">${cleared.map((signal) => html`
          <li><p><a href=${'#/signals/' + signal.id}>${signal.sentence}</a> <span class="hint">${t('signals.cleared_on', { day: day(signal.cleared_on) })}</span></p></li>`)}</ul></section>`}`;
    }}<//>
    <section class="card" data-test="scan"><h2>${t('scan.title')}</h2>
      <${Loaded} of=${scan}>${(told) => html`<${ScanSays} scan=${told} session=${session} again=${again} />`}<//></section>`;
}
