import { html } from '../../lib.js';
import { t } from '../../words.js';
import { Places } from '../places.js';
import { Audit } from './audit.js';
import { Subscriptions } from './subscriptions.js';
import { Workspace } from './workspace.js';

const PLACES = [
  { path: 'workspace', title: t('settings.workspace'), Show: Workspace },
  { path: 'subscriptions', title: t('settings.subscriptions'), Show: Subscriptions },
  { path: 'audit', title: t('settings.audit'), Show: Audit },
];

export const Settings = ({ at, session }) => html`<h1>${t('admin.settings')}</h1>
  <${Places} label=${t('admin.settings')} under="admin/settings" places=${PLACES} at=${at} session=${session} />`;
