import { html, useState } from '../../lib.js';
import { all } from '../../api.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ShownOnce } from '../../parts/once.js';
import { t } from '../../words.js';
import { NewSubscription } from './new-subscription.js';
import { Subscription } from './subscription.js';

/** Where signals, releases and answers are told outside of these pages. */
export function Subscriptions({ session }) {
  const read = useAnswer(() => all('/subscriptions'));
  const [secret, show] = useState();
  const made = (subscription) => { show(subscription.secret); read.again(); };
  return html`<p>${t('subscriptions.lead')}</p>
    ${secret && html`<${ShownOnce} title=${t('subscriptions.secret')} text=${t('subscriptions.secret_lead')} value=${secret} name="subscription-secret" done=${() => show(undefined)} />`}
    <details class="card"><summary>${t('subscriptions.new')}</summary><${NewSubscription} made=${made} /></details>
    <${Loaded} of=${read}>${(rows) => rows.length === 0
      ? html`<p class="hint">${t('subscriptions.none')}</p>`
      : rows.map((row) => html`<${Subscription} key=${row.id} row=${row} zone=${session.zone} again=${read.again} renewed=${made} />`)}<//>`;
}
