import { html, useState } from '../lib.js';
import { day } from '../format.js';
import { ProblemNote } from '../parts/problem.js';
import { t } from '../words.js';
import { useSending } from './sending.js';

/** One that can be answered, and answered otherwise until it closes. What was answered before, nobody is told: not even here. */
export function OpenQuestion({ question, again }) {
  const [option, setOption] = useState('');
  const [receipt, setReceipt] = useState();
  const name = 'question-' + question.id;
  const sending = useSending(name);

  async function go(event) {
    event.preventDefault();
    const told = await sending.send(`/questions/${question.id}/answers`, { option });
    if (!told) return;
    setReceipt(told);
    setOption('');
    again();
  }

  return html`<form class="card" onSubmit=${go} data-test="open-question">
    <fieldset>
      <legend>${question.words}</legend>
      <p class="hint">${t('question.terms', { on: day(question.closes_on), k: question.k })}</p>
      <div class="tiles wide">${question.options.map((each) => html`<label class="tile" key=${each}>
        <input type="radio" name=${name} checked=${option === each} onChange=${() => setOption(each)} /> <span>${each}</span>
      </label>`)}</div>
    </fieldset>
    <div role="status">${receipt
      ? html`<p class="note">${t('question.thanks', { on: day(receipt.closes_on), k: receipt.k })}</p>`
      : question.answered && html`<p class="hint">${t('question.answered')}</p>`}</div>
    <${ProblemNote} problem=${sending.problem} />
    <p><button class="main" disabled=${!option || sending.waiting}>${sending.waiting ? t('say.sending') : t('question.answer')}</button></p>
  </form>`;
}
