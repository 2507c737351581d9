import { html } from '../../lib.js';
import { time } from '../../format.js';
import { Paged } from '../../parts/more.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

/** What was done to the set-up, and by which role; never by whom. */
export const Audit = ({ session }) => html`<p>${t('audit.lead')}</p>
  <${Paged} path="/audit">${(rows) => html`<${Listing} caption=${t('settings.audit')} heads=${[t('audit.at'), t('audit.role'), t('audit.action'), t('audit.subject')]}
    rows=${rows.map((row) => [time(row.at, session.zone), word('member_role', row.role), word('audit', row.action), html`<code>${row.subject}</code>`])} />`}<//>`;
