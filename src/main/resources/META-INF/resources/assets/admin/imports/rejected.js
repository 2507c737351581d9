import { html } from '../../lib.js';
import { ask } from '../../api.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { rowsOf } from '../../parts/csv-rows.js';
import { Listing } from '../../parts/listing.js';
import { t } from '../../words.js';

const SHOWN = 20;

/** The first rows that cannot be understood, and all of them as a file to mend and send again. */
export function Rejected({ id }) {
  const path = `/imports/${id}/rejected`;
  const read = useAnswer(async () => rowsOf((await ask('GET', path, { headers: { Accept: 'text/csv, application/problem+json' } })).body), id);
  return html`<h4>${t('rejected.title')}</h4>
    <p><a href=${'/v1' + path} download=${`rejected-${id}.csv`}>${t('rejected.file')}</a></p>
    <${Loaded} of=${read}>${([heads, ...rows]) => html`
      <${Listing} caption=${t('rejected.title')} heads=${heads} rows=${rows.slice(0, SHOWN)} />
      ${rows.length > SHOWN && html`<p class="hint">${t('rejected.more', { count: rows.length - SHOWN })}</p>`}`}<//>`;
}
