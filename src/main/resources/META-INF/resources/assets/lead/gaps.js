import { count, percent } from '../format.js';
import { html } from '../lib.js';
import { t } from '../words.js';

/** What the deals of the last 90 days do not tell. */
export function Gaps({ gaps }) {
  if (gaps.lost === 0) return html`<p>${t('gaps.no_deals')}</p>`;
  const of = (number) => ({ count: number, number: count(number), lost: count(gaps.lost), share: percent(number / gaps.lost) });
  const known = gaps.unmapped + gaps.unknown + gaps.needs_enrichment === 0;
  return html`<ul class="told">
    ${known && html`<li><p>${t('gaps.none', { count: gaps.lost, lost: count(gaps.lost) })}</p></li>`}
    ${gaps.unmapped > 0 && html`<li><p>${t('gaps.unmapped', of(gaps.unmapped))} <a href="#/unmapped">${t('gaps.unmapped_link')}</a></p></li>`}
    ${gaps.unknown > 0 && html`<li><p>${t('gaps.unknown', of(gaps.unknown))} <a href="#/market">${t('gaps.unknown_link')}</a></p></li>`}
    ${gaps.needs_enrichment > 0 && html`<li><p>${t('gaps.needs_enrichment', of(gaps.needs_enrichment))}</p></li>`}
  </ul>`;
}
