import { html } from '../../lib.js';
import { post } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Field, Tick, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { t, word } from '../../words.js';

const SCOPES = ['write_deals', 'read_deals', 'read_catalog', 'read_workspace'];

/** A key of an integration; without a scope it may do all that an integration may. */
export function NewKey({ made }) {
  const { values, bind } = useForm({ name: '', until: '' });
  const scopes = useForm({});
  const deed = useDeed();
  const send = () => deed.run(async (once) => made(await post('/keys', {
    name: values.name,
    scopes: SCOPES.filter((scope) => scopes.values[scope]),
    ...(values.until && { expires_at: new Date(values.until).toISOString() }),
  }, once)));
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('keys.name')} hint=${t('keys.name_hint')} required maxlength="100" ...${bind('name')} />
    <fieldset><legend>${t('keys.scopes')}</legend><p class="hint">${t('keys.scopes_hint')}</p>
      ${SCOPES.map((scope) => html`<${Tick} label=${word('scope', scope)} ...${scopes.bind(scope)} />`)}</fieldset>
    <${Field} label=${t('keys.until')} hint=${t('keys.until_hint')} type="datetime-local" ...${bind('until')} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('keys.make')}</button></p>
  </form>`;
}
