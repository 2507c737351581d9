import { html } from '../lib.js';
import { Later } from '../parts/later.js';
import { t } from '../words.js';

const setUp = () => import('./set-up.js');

/** The set-up of a workspace, which is for admins. */
export const adminPages = (session) =>
  session.role === 'admin'
    ? [{ path: 'admin', title: t('admin.title'), show: (rest) => html`<${Later} load=${setUp} page="SetUp" at=${rest} session=${session} />` }]
    : [];
