import { html } from '../../lib.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { Revised } from '../../parts/revision.js';
import { t, word } from '../../words.js';
import { EVENTS, Events } from './new-subscription.js';

const STATES = ['active', 'off'].map((state) => [state, word('subscription_state', state)]);

export const EditSubscription = ({ path, saved }) => html`<${Revised} path=${path} moved=${saved}>${(row, save) => html`<${Form} row=${row} save=${save} />`}<//>`;

function Form({ row, save }) {
  const { values, bind } = useForm({ name: row.name, state: row.state, url: '' });
  const events = useForm(Object.fromEntries(EVENTS.map((event) => [event, row.events.includes(event)])));
  const deed = useDeed();
  const send = () => deed.run(() => save({
    name: values.name,
    events: EVENTS.filter((event) => events.values[event]),
    ...(values.state !== row.state && { state: values.state }),
    ...(values.url && { url: values.url }),
  }));
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('subscriptions.name')} required maxlength="200" ...${bind('name')} />
    <${Field} label=${t('subscriptions.url')} hint=${t('subscriptions.url_again')} type="url" maxlength="2000" autocomplete="off" ...${bind('url')} />
    <${Choice} label=${t('subscriptions.state')} options=${STATES} ...${bind('state')} />
    <${Events} bind=${events.bind} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('form.save')}</button></p>
  </form>`;
}
