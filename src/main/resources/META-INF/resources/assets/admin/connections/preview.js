import { html, useState } from '../../lib.js';
import { ask } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { Facts } from '../../parts/listing.js';
import { t, word } from '../../words.js';
import { worthSaying } from './items.js';

const TYPES = [['application/json', 'JSON'], ['application/x-www-form-urlencoded', t('preview.form')], ['text/xml', 'XML']];

/** What would this payload become, and why? Nothing of it is kept. */
export function Preview({ id }) {
  const { values, bind } = useForm({ payload: '', type: TYPES[0][0] });
  const [shown, show] = useState();
  const deed = useDeed();
  const look = () => deed.run(async () =>
    show(worthSaying((await ask('POST', `/connections/${id}/preview`, { body: values.payload, type: values.type })).body.items)));
  return html`<section class="card" aria-label=${t('preview.title')}>
    <h2>${t('preview.title')}</h2>
    <p>${t('preview.lead')}</p>
    <form onSubmit=${onSubmit(look)}>
      <${Field} as="textarea" label=${t('preview.payload')} required spellcheck="false" rows="6" ...${bind('payload')} />
      <${Choice} label=${t('preview.type')} options=${TYPES} ...${bind('type')} />
      <${ProblemNote} problem=${deed.problem} />
      <p><button class="main" disabled=${deed.waiting}>${t('preview.go')}</button></p>
    </form>
    <div aria-live="polite">${shown && (shown.length === 0 ? html`<p>${t('preview.nothing')}</p>` : shown.map((item) => html`<${Item} item=${item} />`))}</div>
  </section>`;
}

function Item({ item }) {
  const deal = item.external_id && `${item.source}/${item.external_id}`;
  return html`<article class="item" data-test="preview-item">
    <h3>${t('preview.' + item.result, { deal })}</h3>
    ${item.detail && html`<p>${item.detail} <code>${item.reason}</code></p>`}
    <${Facts} facts=${Object.entries(item.fields || {}).map(([name, value]) => [word('deal_field', name), said(value)])} />
    ${item.remarks?.length > 0 && html`<p>${t('form.remarks')}</p><ul>${item.remarks.map((each) => html`<li>${each}</li>`)}</ul>`}
    ${item.variant && html`<p class="hint">${t('preview.variant', { variant: item.variant })}</p>`}
  </article>`;
}

/** A value of a deal, for people: null clears, texts are themselves, and money is an amount with its currency. */
function said(value) {
  if (value === null) return t('preview.cleared');
  if (Array.isArray(value)) return value.map(said).join(', ');
  if (typeof value !== 'object') return String(value);
  return value.amount ? `${value.amount} ${value.currency || ''}` : value.text || value.code || JSON.stringify(value);
}
