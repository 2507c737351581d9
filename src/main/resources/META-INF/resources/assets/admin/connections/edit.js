import { html, useState } from '../../lib.js';
import { ask, post } from '../../api.js';
import { SureButton } from '../../parts/button.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Field, changed, filled, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { Revised } from '../../parts/revision.js';
import { t } from '../../words.js';
import { Secret } from './new.js';

/** What a connection is set to, another hook URL, and its end. */
export function EditConnection({ id, kind, saved, renewed }) {
  const path = `/connections/${id}`;
  const renew = (once) => post(`${path}/renew_hook`, undefined, once).then(renewed);
  const remove = () => ask('DELETE', path).then(() => { location.hash = '#/admin/connections'; });
  return html`<section class="card" aria-label=${t('edit.title')}>
    <h2>${t('edit.title')}</h2>
    <${Revised} path=${path} moved=${saved}>${(connection, save) => html`<${Form} connection=${connection} secrets=${kind?.secrets || []} save=${save} />`}<//>
    <h3>${t('hook.renew')}</h3>
    <p>${t('hook.renew_lead')}</p>
    <${SureButton} text=${t('hook.renew')} question=${t('hook.renew_sure')} sure=${t('hook.renew_yes')} act=${renew} />
    <h3>${t('connections.remove')}</h3>
    <p>${t('connections.remove_lead')}</p>
    <${SureButton} text=${t('connections.remove')} question=${t('connections.remove_sure')} sure=${t('connections.remove_yes')} act=${remove} />
  </section>`;
}

function Form({ connection, secrets, save }) {
  const { values, bind } = useForm({
    name: connection.name, account: connection.account || '', currency: connection.currency || '', called_url: connection.called_url || '',
  });
  const own = connection.mapping ? JSON.stringify(connection.mapping, null, 1) : '';
  const [mapping, setMapping] = useState(own);
  const typed = useForm({});
  const deed = useDeed();
  const send = () => deed.run(() => save({
    ...changed(connection, values),
    ...(mapping !== own && { mapping: mapping ? read(mapping) : null }),
    ...(Object.keys(filled(typed.values)).length > 0 && { secrets: filled(typed.values) }),
  }));
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('connections.name')} required maxlength="200" ...${bind('name')} />
    <${Field} label=${t('connections.account')} maxlength="200" spellcheck="false" ...${bind('account')} />
    <${Field} label=${t('connections.currency')} hint=${t('connections.currency_hint')} maxlength="3" spellcheck="false" ...${bind('currency')} />
    <${Field} label=${t('edit.called_url')} hint=${t('edit.called_url_hint')} maxlength="1000" spellcheck="false" ...${bind('called_url')} />
    ${secrets.map((secret) => html`<${Secret} secret=${secret} placeholder=${connection.secrets.includes(secret.name) ? t('edit.held') : ''} ...${typed.bind(secret.name)} />`)}
    <${Field} as="textarea" label=${t('edit.mapping')} hint=${t('edit.mapping_hint')} spellcheck="false" name="mapping" value=${mapping} set=${setMapping} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('form.save')}</button></p>
  </form>`;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch (unreadable) {
    throw { detail: t('edit.no_json', { why: unreadable.message }) };
  }
}
