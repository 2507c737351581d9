import { html } from '../lib.js';
import { money } from '../format.js';
import { t, word } from '../words.js';
import { amount } from './amount.js';
import { MARKET, PRICES } from './draft.js';
import { AlsoChoice } from './reasons.js';

const EVIDENCE = ['buyer_stated', 'observed', 'rep_belief'];
const CURRENCIES = Intl.supportedValuesOf('currency');

/** All that may be told and need not be: each behind its own line, so that nobody has to scroll past it. */
export function More({ known, draft, change }) {
  const market = MARKET.map((name) => labelled(known[name], draft[name])).filter(Boolean);
  return html`<section class="more" aria-label=${t('say.more')}>
    <details>
      <summary>${t('say.competitor')} <span class="hint">${draft.competitor}</span></summary>
      <label for="competitor">${t('say.competitor.field')}</label>
      <input id="competitor" list="competitors" maxlength="200" autocomplete="off" value=${draft.competitor}
        onInput=${(event) => change({ competitor: event.target.value })} />
      <datalist id="competitors">${known.competitor.map((each) => html`<option value=${each.label} key=${each.key}></option>`)}</datalist>
    </details>
    <details>
      <summary>${t('say.also')} <span class="hint">${draft.also.length > 0 ? draft.also.length : ''}</span></summary>
      <${AlsoChoice} reasons=${known.reasons} draft=${draft} change=${change} />
      <fieldset>
        <legend>${t('say.evidence')}</legend>
        ${EVIDENCE.map((each) => html`<label class="choice" key=${each}>
          <input type="radio" name="evidence" checked=${draft.evidence === each} onChange=${() => change({ evidence: each })} /> ${word('evidence', each)}
        </label>`)}
      </fieldset>
    </details>
    <details open=${PRICES.some((name) => draft.prices[name] && amount(draft.prices[name]) === undefined)}>
      <summary>${t('say.prices')} <span class="hint">${told(draft.prices.quoted, draft.currency)}</span></summary>
      <${Prices} draft=${draft} change=${change} />
    </details>
    <details>
      <summary>${t('say.market')} <span class="hint">${market.join(' · ')}</span></summary>
      ${MARKET.map((name) => html`<${MarketChoice} name=${name} list=${known[name]} draft=${draft} change=${change} key=${name} />`)}
    </details>
  </section>`;
}

const told = (text, currency) => (text && currency && amount(text) ? money({ amount: amount(text), currency }, 2) : '');

function Prices({ draft, change }) {
  return html`<p class="hint">${draft.openly ? t('say.prices.openly') : t('say.prices.hint')}</p>
    <label for="currency">${t('say.currency')}</label>
    <select id="currency" value=${draft.currency} onChange=${(event) => change({ currency: event.target.value })}>
      <option value="">${t('say.currency.none')}</option>
      ${CURRENCIES.map((each) => html`<option value=${each} key=${each}>${each}</option>`)}
    </select>
    ${PRICES.map((name) => html`<label for=${'price-' + name} key=${name}>${t('say.price.' + name)}</label>
      <input id=${'price-' + name} inputmode="decimal" autocomplete="off" maxlength="30" value=${draft.prices[name]}
        aria-describedby=${'read-' + name} aria-invalid=${draft.prices[name] && amount(draft.prices[name]) === undefined ? 'true' : undefined}
        onInput=${(event) => change((now) => ({ prices: { ...now.prices, [name]: event.target.value } }))} />
      <p class="hint" id=${'read-' + name} aria-live="polite">${read(draft.prices[name], draft.currency)}</p>`)}`;
}

/** How an amount was understood, since a point is a decimal one here and parts thousands there. */
function read(text, currency) {
  if (!text) return '';
  if (amount(text) === undefined) return t('say.missing.amount');
  return currency ? t('say.price.read', { amount: told(text, currency) }) : '';
}

/** By its key or by its name, however it is written: a link names it as the CRM does. */
const found = (list, text) => list.find((each) => [each.key, each.label].some((name) => name.toLowerCase() === text.toLowerCase()));
const labelled = (list, text) => (text ? found(list, text)?.label || text : '');

function MarketChoice({ name, list, draft, change }) {
  const chosen = found(list, draft[name]);
  return html`<label for=${'market-' + name}>${t('say.market.' + name)}</label>
    <select id=${'market-' + name} value=${chosen ? chosen.key : draft[name]} onChange=${(event) => change({ [name]: event.target.value })}>
      <option value="">${t('say.market.none')}</option>
      ${draft[name] && !chosen && html`<option value=${draft[name]}>${draft[name]}</option>`}
      ${list.map((each) => html`<option value=${each.key} key=${each.key}>${each.label}</option>`)}
    </select>`;
}
