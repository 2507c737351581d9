import { html, useState } from '../../lib.js';
import { ask, post } from '../../api.js';
import { count, time } from '../../format.js';
import { Button, SureButton } from '../../parts/button.js';
import { Facts } from '../../parts/listing.js';
import { t, word } from '../../words.js';
import { Attempts } from './attempts.js';
import { EditSubscription } from './edit-subscription.js';

/** One receiver: how it goes, a try, and what was sent. */
export function Subscription({ row, zone, again, renewed }) {
  const [open, set] = useState();
  const [tried, setTried] = useState(0);
  const path = `/subscriptions/${row.id}`;
  const when = (text) => text && time(text, zone);
  const tryOut = (once) => post(`${path}/test`, undefined, once).then(() => { setTried(tried + 1); set('attempts'); return true; });
  const toggle = (name) => ({ type: 'button', 'aria-expanded': open === name ? 'true' : 'false', onClick: () => set(open === name ? undefined : name) });
  return html`<section class="card" aria-label=${row.name}>
    <h2>${row.name}</h2>
    <p class="hint">${word('subscription', row.kind)}${row.url && html`, <code>${row.url}</code>`}</p>
    <${Facts} facts=${[
      [t('subscriptions.state'), row.off_because ? t('subscriptions.off_because', { why: word('off_because', row.off_because) }) : word('subscription_state', row.state)],
      [t('subscriptions.events'), row.events.map((event) => word('told_event', event)).join(', ')],
      [t('subscriptions.last_success'), when(row.last_success) || t('subscriptions.never')],
      [t('subscriptions.failures'), row.failures > 0 && count(row.failures)],
    ].filter(([, value]) => value)} />
    <p class="row">
      <${Button} text=${t('subscriptions.test')} act=${tryOut} said=${() => t('subscriptions.tested')} />
      <button ...${toggle('attempts')}>${t('subscriptions.attempts')}</button>
      <button ...${toggle('edit')}>${t('catalog.change')}</button>
      ${row.kind === 'webhook' && html`<${SureButton} text=${t('subscriptions.renew')} question=${t('subscriptions.renew_sure')} sure=${t('subscriptions.renew_yes')}
        act=${(once) => post(`${path}/renew_secret`, undefined, once).then(renewed)} />`}
      <${SureButton} text=${t('subscriptions.remove')} question=${t('subscriptions.remove_sure')} sure=${t('subscriptions.remove_yes')} act=${() => ask('DELETE', path).then(again)} />
    </p>
    ${open === 'attempts' && html`<${Attempts} turn=${tried} path=${path} zone=${zone} />`}
    ${open === 'edit' && html`<${EditSubscription} path=${path} saved=${again} />`}
  </section>`;
}
