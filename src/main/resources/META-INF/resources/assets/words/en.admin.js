import audit from './en.audit.js';
import catalog from './en.catalog.js';
import connections from './en.connections.js';
import imports from './en.imports.js';
import parts from './en.parts.js';
import people from './en.people.js';
import settings from './en.settings.js';

/** What the pages of `admin` say. */
const admin = {
  'admin.title': 'Set-up',
  'admin.connections': 'Connections',
  'admin.imports': 'Imports',
  'admin.catalog': 'Catalog',
  'admin.people': 'People and keys',
  'admin.settings': 'Workspace',
};

export default { ...parts, ...admin, ...connections, ...imports, ...catalog, ...people, ...settings, ...audit };
