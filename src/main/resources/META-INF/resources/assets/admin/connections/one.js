import { html, useState } from '../../lib.js';
import { get } from '../../api.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { Title } from '../../parts/title.js';
import { t } from '../../words.js';
import { Deliveries } from './deliveries.js';
import { EditConnection } from './edit.js';
import { Health } from './health.js';
import { HookUrl } from './hook-url.js';
import { Preview } from './preview.js';

/** A connection: how it goes, what came, what would come, and what it is set to. */
export function OneConnection({ id, session }) {
  const read = useAnswer(() => Promise.all([get(`/connections/${id}`), get('/connections/kinds')]), id);
  const [renewed, renew] = useState();
  return html`
    <p><a href="#/admin/connections">${t('connections.back')}</a></p>
    <${Loaded} of=${read}>${([connection, { items: kinds }]) => {
      const kind = kinds.find((each) => each.kind === connection.kind);
      return html`
        <${Title} level=${3} text=${connection.name} />
        <h1>${connection.name}</h1>
        <p class="hint">${kind?.label || connection.kind}, ${t('connections.of_source')} <code>${connection.source}</code></p>
        ${renewed && html`<${HookUrl} connection=${renewed} done=${() => renew(undefined)} />`}
        <${Health} id=${id} zone=${session.zone} />
        <${Preview} id=${id} />
        <${Deliveries} id=${id} zone=${session.zone} />
        <${EditConnection} id=${id} kind=${kind} saved=${read.again} renewed=${renew} />`;
    }}<//>`;
}
