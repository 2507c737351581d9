import { get } from '../api.js';
import { html } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { count, day, month } from '../format.js';
import { t, word } from '../words.js';

/** Is it safe to say? In the numbers of this workspace. */
export function Safety() {
  const safety = useAnswer(() => get('/safety'));
  return html`<div class="reading">
    <h1>${t('safety.title')}</h1>
    <${Loaded} of=${safety}>${(now) => html`
      <${InShort} now=${now} />
      <h2>${t('safety.who')}</h2><${Who} now=${now} />
      <h2>${t('safety.promises')}</h2><${Sentences} list=${now.promises} />
      <h2>${t('safety.limits')}</h2><${Sentences} list=${now.limits} />
      <h2>${t('safety.terms')}</h2><${Terms} now=${now} />
      <h2>${t('safety.readers')}</h2><${Readers} now=${now} />
      <h2>${t('safety.joined')}</h2><${Joined} now=${now} />`}<//>
  </div>`;
}

const Sentences = ({ list }) => html`<ul>${list.map((each) => html`<li key=${each}>${each}</li>`)}</ul>`;

function InShort({ now }) {
  const { terms, current_period: period } = now;
  return html`<div class="card">
    <p><strong>${t('safety.k', { k: terms.k })}</strong></p>
    <p>${t('safety.now', { period: period.name, since: day(period.since), until: day(period.until), on: day(period.sealed_on) })}</p>
    <p>${t('safety.reps', { count: now.reps, reps: count(now.reps) })} ${word('coverage', now.coverage)}</p>
  </div>`;
}

/** Who sees what, and when. */
function Who({ now }) {
  const numbers = { k: now.terms.k, on: day(now.current_period.sealed_on) };
  const rows = ['report', 'number', 'note', 'prices', 'deal', 'concern', 'surfaced', 'behind', 'answer'];
  return html`<ul class="seen">${rows.map((row) => html`<li key=${row}>
    <strong>${t(`safety.${row}`, numbers)}</strong>
    <span><span class="hint">${t('safety.seen_by')}</span> ${t(`safety.${row}.who`, numbers)}</span>
    <span><span class="hint">${t('safety.when')}</span> ${t(`safety.${row}.when`, numbers)}</span>
  </li>`)}</ul>`;
}

/** What holds, what is announced, and what held before. */
function Terms({ now }) {
  const today = new Date().toISOString().slice(0, 10);
  const told = (terms) => t('safety.terms.are', { k: terms.k, period: word('period', terms.period), market: word('market', terms.market) });
  return html`<p>${t('safety.terms.now')} ${told(now.terms)}</p>
    ${now.announced.length === 0 && html`<p class="hint">${t('safety.terms.none')}</p>`}
    <ul>${now.announced.map((each) => html`<li key=${each.valid_from}>
      ${each.valid_from && t(each.valid_from > today ? 'safety.terms.from' : 'safety.terms.since', { on: day(each.valid_from), said: day(each.announced_on) })} ${told(each)}
    </li>`)}</ul>`;
}

function Readers({ now }) {
  if (now.readers.length === 0) return html`<p class="card">${now.periods.length === 0 ? t('safety.told.none', { k: now.terms.k }) : t('safety.readers.none')}</p>`;
  const name = (release) => now.periods.find((each) => each.release === release)?.name || release;
  return html`<ul>${now.readers.map((each) => html`<li key=${each.release + each.role}>
    ${t('safety.readers.of', { period: name(each.release), count: each.people, role: word('role', each.role), on: day(each.last_on) })}
  </li>`)}</ul>`;
}

function Joined({ now }) {
  return html`<p class="hint">${t('safety.joined.why', { others: now.terms.k - 1 })}</p>
    ${now.joined.length === 0 && html`<p>${t('safety.joined.none')}</p>`}
    <dl>${now.joined.map((each) => html`<dt>${month(each.month + '-01')}</dt><dd>${t('safety.joined.reps', { count: each.reps })}</dd>`)}</dl>`;
}
