import { html } from '../lib.js';
import { t } from '../words.js';

/** Rows under their heads; wide ones move sideways inside their frame, by keyboard too. */
export function Listing({ caption, heads, rows, empty = t('table.empty') }) {
  if (rows.length === 0) return html`<p class="hint">${empty}</p>`;
  return html`<div class="scroll listing" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** Names and what they stand at. What is absent is left out. */
export const Facts = ({ facts }) => html`<dl class="said">${facts
  .filter(([, value]) => value !== undefined && value !== null && value !== '')
  .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
