import { address } from '../../api.js';
import { count, day, percent } from '../../format.js';
import { html } from '../../lib.js';
import { Title } from '../../parts/title.js';
import { t } from '../../words.js';
import { AnswerForm } from '../answer-form.js';
import { Answers } from '../answers.js';
import { Parts } from './parts.js';

const VIEWS = ['products', 'segments', 'regions', 'competitors'];

/** All that was ever told of a period. */
export function Release({ release, label, session, again }) {
  const path = '/releases/' + release.id;
  const parts = (view) => release[view] && html`<${Parts} name=${'release-' + view} view=${view} release=${release} parts=${release[view]} label=${label} call=${address(path)} />`;
  const range = (name) => release[name] && html`<p>${t('release.' + name, {
    median: percent(release[name].median), lower: percent(release[name].lower), upper: percent(release[name].upper),
  })}</p>`;
  return html`<article data-test="release">
    <${Title} level=${3} text=${release.period} />
    <h2>${t('release.title', { period: release.period, people: count(release.reporters) })}</h2>
    <p class="hint">${t('release.hint', { since: day(release.since), until: day(release.until), day: day(release.released_on), k: release.k })}</p>
    ${parts('reason_groups')}
    ${range('price_gap')}${range('discount_needed')}
    ${VIEWS.map(parts)}
    ${release.quotes?.map((each) => html`<section class="card"><h3>${t('release.quotes', { group: label(each.group) })}</h3>
      <ul class="told">${each.quotes.map((quote) => html`<li><p class="words">${quote}</p></li>`)}</ul></section>`)}
    <section class="card"><h3>${t('release.answers')}</h3>
      <${Answers} responses=${release.responses} />
      ${session.role === 'leader' && html`<${AnswerForm} path=${path + '/responses'} done=${again} />`}</section>
  </article>`;
}
