import { html, useState } from '../lib.js';
import { t, word } from '../words.js';

const CLAIMS = ['price_too_high', 'product_not_competitive', 'market_shift', 'quota_too_high', 'territory', 'policy', 'other'];

/** What a dispute rests on: the field is right unless proved otherwise. */
export function Dispute({ id, sending, send }) {
  const [evidence, setEvidence] = useState({ words: '', link: '', claim: '' });
  const field = (name) => ({ value: evidence[name], onInput: (event) => setEvidence({ ...evidence, [name]: event.target.value }) });
  const go = (event) => {
    event.preventDefault();
    send({ words: evidence.words.trim(), link: evidence.link.trim() || undefined, claim: evidence.claim || undefined });
  };
  return html`<form class="inner" onSubmit=${go}>
    <p class="note">${t('dispute.lead')}</p>
    <label for=${'evidence' + id}>${t('dispute.words')}</label>
    <textarea id=${'evidence' + id} required minlength="10" maxlength="4000" ...${field('words')} />
    <label for=${'link' + id}>${t('dispute.link')}</label>
    <input id=${'link' + id} type="url" pattern="https://\\S+" maxlength="2000" placeholder="https://" ...${field('link')} />
    <label for=${'claim' + id}>${t('dispute.claim')}</label>
    <select id=${'claim' + id} ...${field('claim')}>
      <option value="">${t('dispute.no_claim')}</option>
      ${CLAIMS.map((claim) => html`<option value=${claim}>${word('topic', claim)}</option>`)}
    </select>
    <p><button disabled=${sending}>${word('response', 'disputed')}</button></p>
  </form>`;
}
