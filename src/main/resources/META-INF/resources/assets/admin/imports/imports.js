import { html } from '../../lib.js';
import { all } from '../../api.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';
import { ImportList } from './list.js';
import { OneImport } from './one.js';
import { Upload } from './upload.js';

export function Imports({ at, session }) {
  const connections = useAnswer(() => all('/connections'));
  return html`<${Loaded} of=${connections}>${(rows) => html`
    <h1>${t('imports.title')}</h1>
    ${at
      ? html`<p><a href="#/admin/imports">${t('imports.back')}</a></p><${OneImport} key=${at} id=${at} />`
      : html`<p>${t('imports.lead')}</p>
        ${rows.length === 0 ? html`<p class="note">${t('imports.no_connection')} <a href="#/admin/connections/new">${t('connections.new')}</a></p>` : html`<${Upload} connections=${rows} />`}
        <${ImportList} connections=${rows} zone=${session.zone} />`}`}<//>`;
}
