import { html, useState } from '../../lib.js';
import { get, post } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, filled, useForm } from '../../parts/form.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ProblemNote } from '../../parts/problem.js';
import { Title } from '../../parts/title.js';
import { t } from '../../words.js';
import { HookUrl } from './hook-url.js';

export function NewConnection() {
  const kinds = useAnswer(() => get('/connections/kinds'));
  const [made, set] = useState();
  if (made) return html`<${HookUrl} connection=${made} done=${() => { location.hash = `#/admin/connections/${made.id}`; }} />`;
  return html`
    <p><a href="#/admin/connections">${t('connections.back')}</a></p>
    <${Title} level=${3} text=${t('connections.new')} />
    <h1>${t('connections.new')}</h1>
    <${Loaded} of=${kinds}>${({ items }) => html`<${Kinds} kinds=${items} made=${set} />`}<//>`;
}

function Kinds({ kinds, made }) {
  const [key, choose] = useState(kinds[0].kind);
  const kind = kinds.find((each) => each.kind === key);
  return html`
    <div class="form"><${Choice} label=${t('connections.kind')} name="kind" value=${key} set=${choose} options=${kinds.map((each) => [each.kind, each.label])} /></div>
    <${Form} key=${key} kind=${kind} made=${made} />`;
}

function Form({ kind, made }) {
  const { values, bind } = useForm({ name: kind.label, source: kind.kind });
  const secrets = useForm({});
  const deed = useDeed();
  const send = () => deed.run(async (once) =>
    made(await post('/connections', { kind: kind.kind, ...filled(values), secrets: filled(secrets.values) }, once)));
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('connections.name')} required maxlength="200" ...${bind('name')} />
    <${Field} label=${t('connections.source')} hint=${t('connections.source_hint')} required maxlength="60" spellcheck="false" ...${bind('source')} />
    <${Field} label=${t('connections.account')} hint=${kind.account} maxlength="200" spellcheck="false" ...${bind('account')} />
    <${Field} label=${t('connections.currency')} hint=${t('connections.currency_hint')} maxlength="3" spellcheck="false" ...${bind('currency')} />
    ${kind.secrets.length > 0 && html`<fieldset><legend>${t('connections.secrets')}</legend>
      <p class="hint">${t('connections.secrets_hint')}</p>
      ${kind.secrets.map((secret) => html`<${Secret} secret=${secret} ...${secrets.bind(secret.name)} />`)}
    </fieldset>`}
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('connections.make')}</button></p>
  </form>`;
}

/** A field for a secret. What is held already is never shown; what is typed replaces it. */
export const Secret = ({ secret, ...rest }) => html`<${Field}
  label=${`${secret.name} (${secret.required ? t('connections.needed') : t('connections.may')})`}
  hint=${secret.description} type="password" autocomplete="off" maxlength="4000" spellcheck="false" ...${rest} />`;
