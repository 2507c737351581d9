import { get } from '../api.js';
import { count, day } from '../format.js';
import { html } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { t } from '../words.js';
import { Gaps } from './gaps.js';
import { ListeningScore } from './listening.js';

/** Where a leader arrives: what is new, what is owed, and what is not known. */
export function Briefing({ session }) {
  const briefing = useAnswer(() => get('/briefing'));
  const listening = useAnswer(() => get('/listening'));
  return html`
    <h1>${t('briefing.title')}</h1>
    <${Loaded} of=${briefing}>${(told) => html`
      <p class="hint">${t('briefing.span', { since: day(told.since), until: day(told.until), zone: session.zone })}</p>
      <section class="card" data-test="new"><h2>${t('briefing.new')}</h2><${News} told=${told} /></section>
      <section class="card" data-test="due"><h2>${t('briefing.due')}</h2><${Due} told=${told} /></section>
      <section class="card" data-test="gaps"><h2>${t('briefing.gaps')}</h2><${Gaps} gaps=${told.gaps} /></section>`}<//>
    <section class="card" data-test="listening"><h2>${t('listening.title')}</h2>
      <${Loaded} of=${listening}>${(heard) => html`<${ListeningScore} heard=${heard} />`}<//></section>`;
}

const quoted = (concern) => t('briefing.quoted', { words: concern.words });

function News({ told }) {
  const news = [
    ...told.signals.map((signal) => html`<p>${signal.state === 'cleared' && t('briefing.cleared') + ' '}<a href=${'#/signals/' + signal.id}>${signal.sentence}</a></p>`),
    ...told.told.map((release) => html`<p><a href=${'#/field/releases/' + release.release}>${t('briefing.told', { period: release.period })}</a></p>`),
    ...told.surfaced.map((concern) => html`<p><a href=${'#/field/concerns/' + concern.id}>${quoted(concern)}</a>
      ${' '}${concern.by_choice ? t('briefing.surfaced_by_choice') : t('briefing.surfaced', { people: count(concern.people) })}</p>`),
  ];
  if (news.length === 0) return html`<p>${t('briefing.nothing_new')} <a href="#/signals">${t('briefing.evidence')}</a></p>`;
  return html`<ul class="told">${news.map((each) => html`<li>${each}</li>`)}</ul>`;
}

function Due({ told }) {
  const due = [
    ...told.signal_answers_due.map((signal) => ({ by: signal.answer_due, says: signal.sentence, href: '#/signals/' + signal.id })),
    ...told.answers_due.map((concern) => ({ by: concern.answer_due, says: quoted(concern), href: '#/field/concerns/' + concern.id, stands: concern.stands })),
  ].sort((one, other) => one.by.localeCompare(other.by));
  if (due.length === 0) return html`<p>${t('briefing.nothing_due')}</p>`;
  return html`<ul class="told">${due.map((each) => html`<li><p>
    <a href=${each.href}>${each.says}</a>${' '}
    ${each.by < told.until
      ? html`<span class="late">${t(each.stands ? 'briefing.stands' : 'briefing.late', { day: day(each.by) })}</span>`
      : html`<span class="hint">${t('briefing.by', { day: day(each.by) })}</span>`}</p></li>`)}</ul>`;
}
