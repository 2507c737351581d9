import { html } from '../../lib.js';
import { all, get } from '../../api.js';
import { count, time } from '../../format.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { t } from '../../words.js';

export function ConnectionList({ session }) {
  const connections = useAnswer(() => all('/connections'));
  return html`
    <h1>${t('connections.title')}</h1>
    <p>${t('connections.lead')}</p>
    <p><a class="press main" href="#/admin/connections/new">${t('connections.new')}</a></p>
    <${Loaded} of=${connections}>${(rows) => rows.length === 0
      ? html`<p class="hint">${t('connections.none')}</p>`
      : html`<ul class="grid plain">${rows.map((row) => html`<${Connection} key=${row.id} row=${row} zone=${session.zone} />`)}</ul>`}<//>`;
}

function Connection({ row, zone }) {
  const health = useAnswer(() => get(`/connections/${row.id}/health`), row.id);
  return html`<li class="card">
    <h2><a href=${`#/admin/connections/${row.id}`}>${row.name}</a></h2>
    <p class="hint">${row.kind}, ${t('connections.of_source')} <code>${row.source}</code></p>
    <${Loaded} of=${health}>${(now) => html`<ul class="plain">${sentences(now, zone).map(([text, bad]) => html`
      <li class=${bad ? 'bad' : undefined}>${text}</li>`)}</ul>`}<//>
  </li>`;
}

/** How it goes, the worst of it said too: each with whether somebody has to look. */
export function sentences(now, zone) {
  const told = [[now.last_received_at ? t('health.last', { when: time(now.last_received_at, zone) }) : t('health.never'), false]];
  const say = (key, number, bad) => number > 0 && told.push([t(key, { count: number, number: count(number) }), bad]);
  say('health.waiting', now.waiting, false);
  say('health.dead', now.dead, true);
  say('health.refused', now.refused, true);
  say('health.unknown_stages', now.unknown_stages.length, true);
  return told;
}
