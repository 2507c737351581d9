import { html, useEffect, useRef } from '../lib.js';
import { day } from '../format.js';
import { t, word } from '../words.js';

/** Thanks, what happens next, and the receipt. */
export function Thanks({ told, again }) {
  const title = useRef();
  useEffect(() => title.current.focus(), []);
  return html`<section class="card thanks" data-test="receipt">
    <h1 tabindex="-1" ref=${title}>${t('thanks.title')}</h1>
    ${told.openly ? html`<${Corrected} deal=${told.receipt} />` : html`<${Confided} receipt=${told.receipt} />`}
    <p class="row">
      <button type="button" class="main" onClick=${again}>${t('thanks.again')}</button>
      ${!told.openly && html`<a href="#/mine">${t('thanks.mine')}</a>`}
    </p>
  </section>`;
}

function Confided({ receipt }) {
  return html`<p>${t('thanks.confided')}</p>
    <dl>
      <dt>${t('thanks.state')}</dt><dd>${word('fate', receipt.state)}</dd>
      <dt>${t('thanks.period')}</dt><dd>${receipt.period}</dd>
      <dt>${t('thanks.k')}</dt><dd>${t('thanks.k.people', receipt)}</dd>
      <dt>${t('thanks.sealed')}</dt><dd>${day(receipt.sealed_on)}</dd>
    </dl>
    <p class="hint">${t('thanks.back', { on: day(receipt.sealed_on) })}</p>`;
}

function Corrected({ deal }) {
  return html`<p>${t('thanks.corrected')}</p>
    <dl>
      <dt>${t('thanks.deal')}</dt><dd>${deal.source} · ${deal.external_id}</dd>
      ${deal.reasons.length > 0 && html`<dt>${t('thanks.reasons')}</dt><dd>${deal.reasons.map((each) => each.label || each.text).join(', ')}</dd>`}
      ${deal.competitors.length > 0 && html`<dt>${t('say.competitor')}</dt><dd>${deal.competitors.map((each) => each.label).join(', ')}</dd>`}
      ${deal.closed_on && html`<dt>${t('say.closed')}</dt><dd>${day(deal.closed_on)}</dd>`}
    </dl>
    <p class="hint">${t('thanks.crm')}</p>`;
}
