import { html, useState } from '../../lib.js';
import { ask, get, post } from '../../api.js';
import { Button } from '../../parts/button.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { Paged } from '../../parts/more.js';
import { ShownOnce } from '../../parts/once.js';
import { t } from '../../words.js';
import { KeyTable } from './key-table.js';
import { NewKey } from './new-key.js';

/** Keys of integrations, and one's own. Those of other people are listed to nobody but them. */
export function Keys({ session }) {
  const [made, show] = useState();
  const mine = useAnswer(() => get('/me/keys'), made?.id);
  const own = (once) => post('/me/keys', {}, once).then(show);
  return html`<div>
    ${made && html`<${ShownOnce} title=${t('keys.made')} text=${t('keys.made_lead')} value=${made.key} name="made-key" done=${() => show(undefined)} />`}
    <section>
      <h2>${t('keys.integrations')}</h2>
      <p>${t('keys.integrations_lead')}</p>
      <details class="card"><summary>${t('keys.new')}</summary><${NewKey} made=${show} /></details>
      <${Paged} path="/keys" query=${{ limit: 50 }} turn=${made?.id}>${(rows, again) => html`<${KeyTable} caption=${t('keys.integrations')} keys=${rows} zone=${session.zone}
        revoke=${(id) => ask('DELETE', `/keys/${id}`).then(again)} />`}<//>
    </section>
    <section>
      <h2>${t('keys.mine')}</h2>
      <p>${t('keys.mine_lead')}</p>
      <p><${Button} text=${t('keys.make_mine')} act=${own} /></p>
      <${Loaded} of=${mine}>${(page) => html`<${KeyTable} caption=${t('keys.mine')} keys=${page.items} zone=${session.zone}
        revoke=${(id) => ask('DELETE', `/me/keys/${id}`).then(mine.again)} />`}<//>
    </section>
  </div>`;
}
