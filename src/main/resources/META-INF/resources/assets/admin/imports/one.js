import { html, useEffect } from '../../lib.js';
import { ask, get } from '../../api.js';
import { count } from '../../format.js';
import { SureButton } from '../../parts/button.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { Facts } from '../../parts/listing.js';
import { t, word } from '../../words.js';
import { Rejected } from './rejected.js';

const LOOK_AGAIN = 1000;

/** How far an import is, asked again until it is done; then `done` is called. */
export function OneImport({ id, done }) {
  const read = useAnswer(() => get(`/imports/${id}`), id);
  const job = read.answer;
  useEffect(() => {
    if (!job) return undefined;
    if (job.state === 'done') {
      done?.();
      return undefined;
    }
    const later = setTimeout(read.again, LOOK_AGAIN);
    return () => clearTimeout(later);
  }, [job]);
  const remove = () => ask('DELETE', `/imports/${id}`).then(() => { location.hash = '#/admin/imports'; });
  return html`<${Loaded} of=${read}>${(now) => html`<div data-test="import">
    <h3 class="state" role="status">${now.dry_run ? t('imports.dry', { state: word('import', now.state) }) : word('import', now.state)}</h3>
    <p><progress aria-label=${t('imports.progress')} max=${now.rows || 1} value=${now.examined}></progress>
      ${' '}${t('imports.examined', { examined: count(now.examined), rows: count(now.rows) })}</p>
    <${Facts} facts=${['added', 'known', 'ignored', 'rejected'].map((each) => [t('imports.count.' + each), count(now[each])])} />
    ${now.dry_run && now.state === 'done' && html`<p>${t('imports.nothing_written')}</p>`}
    ${now.remarks.length > 0 && html`<h4>${t('form.remarks')}</h4><ul>${now.remarks.map((each) => html`
      <li>${each.text} (${t('imports.in_rows', { count: each.rows })})</li>`)}</ul>`}
    ${now.state === 'done' && now.rejected > 0 && html`<${Rejected} id=${id} />`}
    ${!done && html`<p><${SureButton} text=${t('imports.remove')} question=${t('imports.remove_sure')} sure=${t('imports.remove_yes')} act=${remove} /></p>`}
  </div>`}<//>`;
}
