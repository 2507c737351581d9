import { count, difference, percent1 } from '../../format.js';
import { html } from '../../lib.js';
import { t, word } from '../../words.js';
import { monthName } from '../time.js';

/** What a signal rests on. Of sellers it says how many of how many, and nothing else. */
export function Numbers({ signal }) {
  const { now, before, sellers, moving, parts } = signal;
  const months = [...signal.baseline].sort();
  const facts = [
    [t('numbers.now'), side(now)],
    [t('numbers.before'), side(before)],
    [t('numbers.change'), difference(signal.change)],
    sellers !== undefined && (moving === undefined
      ? [t('numbers.compared_sellers'), count(sellers)]
      : [t('numbers.sellers'), t('numbers.moving', { moving: count(moving), sellers: count(sellers) })]),
    signal.adjusted_value !== undefined && [t('numbers.chance'), signal.adjusted_value < 0.001 ? '< 0.001' : signal.adjusted_value.toFixed(3)],
  ].filter(Boolean);
  return html`<dl class="facts">${facts.map(([what, value]) => html`<div><dt>${what}</dt><dd>${value}</dd></div>`)}</dl>
    <p class="hint">${t('numbers.compared', { since: monthName(signal.since), months: months.map(monthName).join(', ') })} ${word('test', signal.test)}
      ${parts.length > 0 && ' ' + t('numbers.parts', { parts: parts.map((part) => part.label).join(', ') })}</p>`;
}

const side = ({ value, low, high, deals }) => html`${percent1(value)} <span class="hint">${t('numbers.side', { low: percent1(low), high: percent1(high), deals: count(deals) })}</span>`;
