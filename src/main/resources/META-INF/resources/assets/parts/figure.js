import { html } from '../lib.js';
import { t } from '../words.js';
import { Chart } from './chart.js';
import { csvOf, handOver } from './csv.js';
import { Table } from './table.js';

/**
 * A chart with all that it takes to check it: what it says as a sentence, its table, its CSV, and the call of the API that it was made from.
 *
 * `columns` are `{title, value(row), show(value, row), number}`: the value goes into the CSV as the API told it, and is shown to the
 * reader as `show` says. `csv` is the address of the API's own, where it has one; `call` the address of the call.
 * Where `empty` is given, it stands in place of the chart. `level` is that of its heading.
 */
export function Figure({ name, title, hint, draw, height, columns, rows, csv, call, empty, level = 2, children }) {
  const told = [title, hint].filter(Boolean).join(' ');
  return html`<figure class="figure" data-figure=${name}>
    <figcaption><${'h' + level}>${title}<//>${hint && html`<p class="hint">${hint}</p>`}</figcaption>
    ${children}
    ${empty ? html`<p class="note">${empty}</p>` : html`<${Chart} draw=${draw} told=${told} rows=${height} />`}
    ${rows.length > 0 && html`<details>
      <summary>${t('figure.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('figure.table_of', { title })}><${Table} columns=${columns} rows=${rows} /></div>
    </details>`}
    <p class="ways">
      ${csv && html`<a href=${csv} download>${t('figure.csv')}</a>`}
      ${!csv && rows.length > 0 && html`<button type="button" class="link" onClick=${() => handOver(`${name}.csv`, asCsv(columns, rows))}>${t('figure.csv')}</button>`}
      <a href=${call}>${t('figure.call')}</a>
    </p>
  </figure>`;
}

const asCsv = (columns, rows) => csvOf(columns.map((column) => column.title), rows.map((row) => columns.map((column) => column.value(row))));
