import { all } from '../api.js';
import { html, useState } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { ProblemNote } from '../parts/problem.js';
import { day } from '../format.js';
import { t, word } from '../words.js';
import { useActing } from './acting.js';
import { Responses } from './response.js';

async function mine() {
  const [reports, reasons] = await Promise.all([all('/field_reports/mine'), all('/reasons')]);
  return { reports, label: (code) => reasons.find((each) => each.code === code)?.label || code };
}

/** Until it is told or discarded it can be taken back; on which day that ends is known of the first period alone. */
const WAITS = ['waiting', 'carried_over'];

/** What became of what I said. Nobody else ever sees this list. */
export function Mine() {
  const told = useAnswer(mine);
  return html`<div class="reading">
    <h1>${t('mine.title')}</h1>
    <p>${t('mine.lead')}</p>
    <${Loaded} of=${told}>${({ reports, label }) => html`
      ${reports.length === 0 && html`<p class="card">${t('mine.none')}</p>`}
      ${reports.map((each) => html`<${Report} report=${each} label=${label} again=${told.again} key=${each.id} />`)}`}<//>
  </div>`;
}

function Report({ report, label, again }) {
  const [asked, setAsked] = useState(false);
  const { act, waiting, problem } = useActing(again);
  return html`<article class="card" data-test="report">
    <h2>${report.reasons.map(label).join(', ')}</h2>
    <p><span class="tag">${report.period}</span> <span class="hint">${t('mine.week', { on: day(report.week) })}</span></p>
    <p><strong>${word('fate', report.state)}</strong></p>
    ${report.sealed_on && html`<p class="hint">${t('mine.sealed', { on: day(report.sealed_on), k: report.k })}</p>`}
    ${WAITS.includes(report.state) && html`<p class="row">${asked
        ? html`<button type="button" class="main" disabled=${waiting} onClick=${() => act('DELETE', '/field_reports/' + report.id)}>${t('mine.sure')}</button>
          <button type="button" onClick=${() => setAsked(false)}>${t('mine.keep')}</button>`
        : html`<button type="button" onClick=${() => setAsked(true)}>${t('mine.withdraw')}</button>`}</p>`}
    ${report.release && report.responses.length === 0 && html`<p class="hint">${t('mine.unanswered')}</p>`}
    <${Responses} list=${report.responses} />
    <${ProblemNote} problem=${problem} />
  </article>`;
}
