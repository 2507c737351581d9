import { html } from '../lib.js';
import { t } from '../words.js';

/** A table for people: the first column names its row, and what is absent is said to be not known. Columns are those of a figure. */
export function Table({ columns, rows }) {
  const kind = (column) => (column.number ? 'number' : undefined);
  const cell = (column, row) => {
    const value = column.value(row);
    if (value === undefined || value === null) return t('figure.unknown');
    return column.show ? column.show(value, row) : value;
  };
  return html`<table>
    <thead><tr>${columns.map((column) => html`<th scope="col" class=${kind(column)}>${column.title}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${columns.map((column, i) => (i === 0
      ? html`<th scope="row">${cell(column, row)}</th>`
      : html`<td class=${kind(column)}>${cell(column, row)}</td>`))}</tr>`)}</tbody>
  </table>`;
}
