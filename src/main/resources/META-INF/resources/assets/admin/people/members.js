import { html } from '../../lib.js';
import { ask } from '../../api.js';
import { count, day } from '../../format.js';
import { SureButton } from '../../parts/button.js';
import { Paged } from '../../parts/more.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

/** Who may enter, without names: nobody here is somebody. */
export const Members = () => html`<p>${t('members.lead')}</p>
  <p>${t('members.leaving')}</p>
  <${Paged} path="/members">${(rows, again) => html`<${Listing} caption=${t('people.members')}
    heads=${[t('members.id'), t('invites.role'), t('members.joined'), t('members.keys'), '']}
    rows=${rows.map((row) => [html`<code>${row.id}</code>`, who(row), day(row.joined_on), count(row.live_keys),
      row.live_keys > 0 && html`<${SureButton} text=${t('members.revoke')} question=${t('members.revoke_sure', { id: row.id })} sure=${t('members.revoke_yes')}
        act=${() => ask('DELETE', `/members/${row.id}/keys`).then(again)} />`])} />`}<//>`;

const who = ({ role, name }) => name ? `${word('member_role', role)}: ${name}` : word('member_role', role);
