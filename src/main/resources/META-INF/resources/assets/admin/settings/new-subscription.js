import { html } from '../../lib.js';
import { post } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, Tick, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { t, word } from '../../words.js';

const KINDS = ['webhook', 'slack', 'teams'].map((kind) => [kind, word('subscription', kind)]);
export const EVENTS = ['signal.opened', 'signal.cleared', 'concern.surfaced', 'release.published', 'question.closed', 'response.given', 'digest.weekly'];

export function NewSubscription({ made }) {
  const { values, bind } = useForm({ kind: 'webhook', name: '', url: '' });
  const events = useForm(Object.fromEntries(EVENTS.map((event) => [event, true])));
  const deed = useDeed();
  const send = () => deed.run(async (once) => made(await post('/subscriptions', { ...values, events: EVENTS.filter((event) => events.values[event]) }, once)));
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Choice} label=${t('subscriptions.kind')} options=${KINDS} ...${bind('kind')} />
    <${Field} label=${t('subscriptions.name')} required maxlength="200" ...${bind('name')} />
    <${Field} label=${t('subscriptions.url')} hint=${t('subscriptions.url_hint')} type="url" required maxlength="2000" autocomplete="off" ...${bind('url')} />
    <${Events} bind=${events.bind} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('subscriptions.make')}</button></p>
  </form>`;
}

/** What to tell. */
export const Events = ({ bind }) => html`<fieldset><legend>${t('subscriptions.events')}</legend>
  ${EVENTS.map((event) => html`<${Tick} label=${word('told_event', event)} ...${bind(event)} />`)}</fieldset>`;
