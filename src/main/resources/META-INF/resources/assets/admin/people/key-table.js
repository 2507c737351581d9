import { html } from '../../lib.js';
import { day, time } from '../../format.js';
import { SureButton } from '../../parts/button.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

/** Keys as far as they are shown again: by the letters in their middle. */
export const KeyTable = ({ caption, keys, zone, revoke }) => html`<${Listing} caption=${caption}
  heads=${[t('keys.hint'), t('keys.whose'), t('keys.scopes'), t('keys.created'), t('keys.ends'), '']}
  rows=${keys.map((key) => [
    html`<code>${key.hint}</code>`,
    key.name || t('keys.person'),
    key.scopes.length === 0 ? t('keys.whole_role') : key.scopes.map((each) => word('scope', each)).join(', '),
    html`${day(key.created_on)}${key.last_used_on && html`<br /><small>${t('keys.used', { day: day(key.last_used_on) })}</small>`}`,
    key.expires_at ? time(key.expires_at, zone) : t('keys.never'),
    html`<${SureButton} text=${t('keys.revoke')} question=${t('keys.revoke_sure', { hint: key.hint })} sure=${t('keys.revoke_yes')} act=${() => revoke(key.id)} />`,
  ])} />`;
