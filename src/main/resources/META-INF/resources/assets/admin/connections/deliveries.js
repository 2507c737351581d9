import { html, useState } from '../../lib.js';
import { get, post } from '../../api.js';
import { time } from '../../format.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/form.js';
import { Paged } from '../../parts/more.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';
import { worthSaying } from './items.js';

const STATES = ['', 'received', 'processed', 'ignored', 'dead'];

/** What came by webhook, and what became of it; what could not be understood can be read again. */
export function Deliveries({ id, zone }) {
  const [state, choose] = useState('');
  return html`<section class="card" aria-label=${t('deliveries.title')}>
    <h2>${t('deliveries.title')}</h2>
    <p>${t('deliveries.lead')}</p>
    <div class="form"><${Choice} label=${t('deliveries.state')} name="delivery-state" value=${state} set=${choose}
      options=${STATES.map((each) => [each, each ? word('delivery', each) : t('deliveries.all')])} /></div>
    <${Paged} path="/deliveries" query=${{ connection: id, state, limit: 25 }}>${(rows, again) => html`
      <${Listing} caption=${t('deliveries.title')} empty=${t('deliveries.none')}
        heads=${[t('deliveries.received'), t('deliveries.state'), t('deliveries.became'), t('deliveries.sent')]}
        rows=${rows.map((row) => [time(row.received_at, zone), html`<${State} row=${row} again=${again} />`, became(row), html`<${Payload} key=${row.id} id=${row.id} />`])} />
      <p class="row">
        <button type="button" onClick=${again}>${t('deliveries.again')}</button>
        <${Button} text=${t('deliveries.replay_all')} said=${(number) => t('deliveries.replayed', { count: number })}
          act=${() => post(`/connections/${id}/replay`).then((answer) => { again(); return answer.replayed; })} />
      </p>`}<//>
  </section>`;
}

const State = ({ row, again }) => html`
  <span class=${row.state === 'dead' ? 'bad' : undefined}>${word('delivery', row.state)}</span>
  ${row.reason && html` <code>${row.reason}</code>`}
  ${row.state === 'dead' && html`<${Button} text=${t('deliveries.replay')} act=${() => post(`/deliveries/${row.id}/replay`).then(again)} />`}`;

const became = (row) => html`<ul class="plain">${worthSaying(row.items).map((item) => html`<li>
  ${word('delivery_result', item.result)}${item.detail && `: ${item.detail}`}${item.remarks?.map((remark) => html`<br /><small>${remark}</small>`)}
</li>`)}</ul>`;

/** What was sent, with what could name a person masked, for as long as it is kept. */
function Payload({ id }) {
  const [text, show] = useState();
  if (text !== undefined) return html`<pre tabindex="0">${text}</pre>`;
  const look = async () => {
    const { payload } = await get(`/deliveries/${id}`);
    show(payload === undefined ? t('deliveries.gone') : JSON.stringify(payload, null, 1));
  };
  return html`<${Button} text=${t('deliveries.look')} act=${look} />`;
}
