import { html } from '../lib.js';
import { t } from '../words.js';
import { Catalog } from './catalog/catalog.js';
import { Connections } from './connections/connections.js';
import { Imports } from './imports/imports.js';
import { People } from './people/people.js';
import { Places } from './places.js';
import { Settings } from './settings/settings.js';

const PLACES = [
  { path: 'connections', title: t('admin.connections'), Show: Connections },
  { path: 'imports', title: t('admin.imports'), Show: Imports },
  { path: 'catalog', title: t('admin.catalog'), Show: Catalog },
  { path: 'people', title: t('admin.people'), Show: People },
  { path: 'settings', title: t('admin.settings'), Show: Settings },
];

export const SetUp = ({ at, session }) => html`<${Places} label=${t('admin.title')} under="admin" places=${PLACES} at=${at} session=${session} />`;
