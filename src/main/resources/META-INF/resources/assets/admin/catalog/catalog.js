import { html } from '../../lib.js';
import { t } from '../../words.js';
import { Places } from '../places.js';
import { Aliases } from './aliases.js';
import { Market } from './market.js';
import { Reasons } from './reasons.js';
import { Sources } from './sources.js';

const market = (path) => ({ path, title: t('catalog.' + path), Show: () => html`<${Market} list=${path} />` });

const PLACES = [
  { path: 'reasons', title: t('catalog.reasons'), Show: Reasons },
  { path: 'aliases', title: t('catalog.aliases'), Show: Aliases },
  ...['products', 'segments', 'regions', 'competitors'].map(market),
  { path: 'sources', title: t('catalog.sources'), Show: Sources },
];

export const Catalog = ({ at, session }) => html`<h1>${t('admin.catalog')}</h1>
  <${Places} label=${t('admin.catalog')} under="admin/catalog" places=${PLACES} at=${at} session=${session} />`;
