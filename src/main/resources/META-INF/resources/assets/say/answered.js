import { all, get } from '../api.js';
import { html } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { t, word } from '../words.js';
import { Response } from './response.js';

/** Periods are few; those of the last two years are asked about. */
const PERIODS = 8;

/** Everything that leadership has answered, the latest first. */
async function answers() {
  const [concerns, signals, listed] = await Promise.all([all('/concerns'), all('/signals'), get('/releases', { limit: PERIODS })]);
  const releases = await Promise.all(listed.items.map((each) => get('/releases/' + each.id)));
  const to = (kind, things, words) => things.flatMap((each) => each.responses.map((response) => ({ kind, words: words(each), response })));
  const given = [
    ...to('concern', concerns, (each) => each.words),
    ...to('signal', signals, (each) => each.sentence),
    ...to('release', releases, (each) => t('answered.release', each)),
  ];
  return {
    given: given.sort((one, other) => other.response.given_on.localeCompare(one.response.given_on)),
    stand: concerns.filter((each) => each.stands).length,
  };
}

export function Answered() {
  const told = useAnswer(answers);
  return html`<div class="reading">
    <h1>${t('answered.title')}</h1>
    <p>${t('answered.lead')}</p>
    <${Loaded} of=${told}>${({ given, stand }) => html`
      ${stand > 0 && html`<p class="note">${t('answered.stand', { count: stand })} <a href="#/concerns">${t('answered.see')}</a></p>`}
      ${given.length === 0 && html`<p class="card">${t('answered.none')}</p>`}
      ${given.map(({ kind, words, response }) => html`<article class="card" data-test="answered" key=${kind + response.id}>
        <p><span class="tag">${word('answered', kind)}</span></p>
        <blockquote>${words}</blockquote>
        <${Response} response=${response} />
      </article>`)}`}<//>
  </div>`;
}
