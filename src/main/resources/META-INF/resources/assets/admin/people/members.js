import { html } from '../../lib.js';
import { count, day } from '../../format.js';
import { Paged } from '../../parts/more.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

/** Who may enter, without names: nobody here is somebody. */
export const Members = () => html`<p>${t('members.lead')}</p>
  <${Paged} path="/members">${(rows) => html`<${Listing} caption=${t('people.members')}
    heads=${[t('members.id'), t('invites.role'), t('members.joined'), t('members.keys')]}
    rows=${rows.map((row) => [html`<code>${row.id}</code>`, row.name ? `${word('member_role', row.role)}: ${row.name}` : word('member_role', row.role), day(row.joined_on), count(row.live_keys)])} />`}<//>`;
