import { html } from '../../lib.js';
import { ShownOnce } from '../../parts/once.js';
import { t } from '../../words.js';

/** The guide of a kind, in the folder of guides that comes with the service. */
const GUIDES = { hubspot: 'hubspot', pipedrive: 'pipedrive', salesforce: 'salesforce', close: 'close', dynamics: 'dynamics', zoho: 'zoho' };
const OWN_CODE = ['json', 'signed_json', 'http_signatures', 'standard_webhooks', 'cloudevents'];

const guide = (kind) => `docs/connect/${GUIDES[kind] || (OWN_CODE.includes(kind) ? 'own-code' : 'others')}.md`;

/** The address that the CRM is given. */
export const HookUrl = ({ connection, done }) => html`<${ShownOnce} title=${t('hook.title')} text=${t('hook.lead')}
    value=${connection.hook_url} name="hook-url" done=${done}>
  <p>${t('hook.guide')} <code>${guide(connection.kind)}</code></p>
<//>`;
