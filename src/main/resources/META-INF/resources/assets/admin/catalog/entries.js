import { html, useState } from '../../lib.js';
import { ask } from '../../api.js';
import { SureButton } from '../../parts/button.js';
import { Revised } from '../../parts/revision.js';
import { t } from '../../words.js';

/** A list of the catalog, each entry with its form. `form(entry, save)` draws it; `key` names an entry; `again` reads the list anew. */
export const Entries = ({ list, rows, key_: key, form, again, empty }) => rows.length === 0
  ? html`<p class="hint">${empty}</p>`
  : html`<ul class="entries">${rows.map((row) => html`<${Entry} key=${row[key]} path=${`/${list}/${encodeURIComponent(row[key])}`} row=${row}
      code=${row[key]} form=${form} again=${again} removable=${list !== 'sources'} />`)}</ul>`;

function Entry({ path, row, code, form, again, removable }) {
  const [open, set] = useState(false);
  const remove = () => ask('DELETE', path).then(again);
  return html`<li>
    <p class="row">
      <strong>${row.label}</strong> <code>${code}</code>
      ${row.archived && html`<span class="mark">${t('catalog.archived')}</span>`}
      ${row.merged_into && html`<span class="mark">${t('catalog.counts_as', { code: row.merged_into })}</span>`}
      <button type="button" class="end" aria-expanded=${open ? 'true' : 'false'} aria-label=${t('catalog.change_of', { label: row.label })} onClick=${() => set(!open)}>
        ${open ? t('catalog.close') : t('catalog.change')}</button>
    </p>
    ${open && html`<div class="inside">
      <${Revised} path=${path} moved=${again}>${form}<//>
      ${removable && html`<${SureButton} text=${t('catalog.remove')} question=${t('catalog.remove_sure', { label: row.label })} sure=${t('catalog.remove_yes')} act=${remove} />`}
    </div>`}
  </li>`;
}
