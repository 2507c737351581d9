import { all, get } from '../../api.js';
import { day } from '../../format.js';
import { html } from '../../lib.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';
import { labels } from '../catalog.js';
import { Release } from './release.js';

/** What was told of each period: the latest, or the one that is asked for. */
export function Releases({ id, session }) {
  const list = useAnswer(() => Promise.all([all('/releases'), get('/safety')]));
  return html`<${Loaded} of=${list}>${([releases, safety]) => {
    const now = safety.current_period;
    const next = t('releases.next', { until: day(now.until), sealed: day(now.sealed_on), k: safety.terms.k });
    if (releases.length === 0) return html`<p class="note">${t('releases.none', { k: safety.terms.k })} ${next}</p>`;
    const shown = id || releases[0].id;
    return html`
      <p class="hint">${next}</p>
      <p class="row">${t('releases.periods')}${releases.map((each) => html`
        <a href=${'#/field/releases/' + each.id} aria-current=${each.id === shown ? 'true' : undefined}>${each.period}</a>`)}</p>
      <${Asked} key=${shown} id=${shown} session=${session} />`;
  }}<//>`;
}

function Asked({ id, session }) {
  const release = useAnswer(() => Promise.all([get('/releases/' + encodeURIComponent(id)), labels()]), id);
  return html`<${Loaded} of=${release}>${([told, label]) => html`<${Release} release=${told} label=${label} session=${session} again=${release.again} />`}<//>`;
}
