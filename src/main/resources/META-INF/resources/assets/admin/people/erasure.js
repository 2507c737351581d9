import { html, useState } from '../../lib.js';
import { all, post } from '../../api.js';
import { count } from '../../format.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, Tick, useForm } from '../../parts/form.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ProblemNote } from '../../parts/problem.js';
import { Facts } from '../../parts/listing.js';
import { t, word } from '../../words.js';

/** What goes when a person wants to be forgotten, said before it is done. */
export function Erasure() {
  const sources = useAnswer(() => all('/sources'));
  return html`<h2>${t('people.erasure')}</h2>
    <p>${t('erasure.lead')}</p>
    <ul>${['member', 'seller', 'names', 'stays', 'said', 'first'].map((each) => html`<li>${t('erasure.what.' + each)}</li>`)}</ul>
    <${Loaded} of=${sources}>${(rows) => html`<${Form} sources=${rows} />`}<//>`;
}

function Form({ sources }) {
  const { values, bind } = useForm({ member: '', source: sources[0]?.key || '', owner: '', names: '' });
  const [sure, tick] = useState(false);
  const deed = useDeed();
  const names = values.names.split('\n').map((each) => each.trim()).filter(Boolean);
  const send = () => deed.run(async () => {
    const erased = await post('/erasures', {
      ...(values.member && { member: values.member }),
      ...(values.owner && { owner: { source: values.source, id: values.owner } }),
      ...(names.length > 0 && { names }),
    });
    tick(false);
    return erased;
  });
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('erasure.member')} hint=${t('erasure.member_hint')} inputmode="numeric" maxlength="18" ...${bind('member')} />
    ${sources.length > 0 && html`<${Choice} label=${t('erasure.source')} options=${sources.map((each) => [each.key, each.label])} ...${bind('source')} />
      <${Field} label=${t('erasure.owner')} hint=${t('erasure.owner_hint')} maxlength="200" spellcheck="false" autocomplete="off" ...${bind('owner')} />`}
    <${Field} as="textarea" label=${t('erasure.names')} hint=${t('erasure.names_hint')} spellcheck="false" ...${bind('names')} />
    <${Tick} label=${t('erasure.sure')} name="sure" value=${sure} set=${tick} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting || !sure}>${t('erasure.go')}</button></p>
    <div role="status">${deed.done && html`<p>${t('erasure.done')}</p>
      <${Facts} facts=${deed.done.removed.map((each) => [word('erased', each.kind), count(each.count)])} />`}</div>
  </form>`;
}
