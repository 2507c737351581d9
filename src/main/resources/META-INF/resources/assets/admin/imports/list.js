import { html } from '../../lib.js';
import { count, time } from '../../format.js';
import { Paged } from '../../parts/more.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

export const ImportList = ({ connections, zone }) => html`<h2>${t('imports.before')}</h2>
  <${Paged} path="/imports" query=${{ limit: 25 }}>${(rows) => html`<${Listing} caption=${t('imports.before')} empty=${t('imports.none')}
    heads=${[t('imports.when'), t('imports.connection'), t('imports.state'), t('imports.rows'), t('imports.added'), t('imports.rejected')]}
    rows=${rows.map((row) => [
      html`<a href=${`#/admin/imports/${row.id}`}>${time(row.created_at, zone)}</a>`,
      connections.find((each) => each.id === row.connection)?.name || row.connection,
      row.dry_run ? t('imports.dry', { state: word('import', row.state) }) : word('import', row.state),
      count(row.rows), count(row.added), count(row.rejected)])} />`}<//>`;
