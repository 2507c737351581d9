import { newOnce, post } from '../api.js';
import { html, useRef, useState } from '../lib.js';
import { ProblemNote } from '../parts/problem.js';
import { t, word } from '../words.js';
import { Dispute } from './dispute.js';

/** What takes one click. A dispute takes more: evidence. */
const AT_ONCE = ['acknowledged', 'investigating', 'acted', 'conceded'];

/** Answers a signal, a concern or a release, at `path`; `done` is called once the answer is there. */
export function AnswerForm({ path, done }) {
  const [words, setWords] = useState('');
  const [thanks, setThanks] = useState(true);
  const [disputes, setDisputes] = useState(false);
  const [problem, setProblem] = useState();
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(false);
  const once = useRef(newOnce());
  const id = path.replaceAll('/', '-');

  async function send(kind, evidence) {
    setProblem(undefined);
    setSent(false);
    setSending(true);
    try {
      await post(path, { kind, words: words.trim() || t('answering.says.' + kind), evidence, thanks }, once.current);
      once.current = newOnce();
      setWords('');
      setDisputes(false);
      setSent(true);
      done();
    } catch (refused) {
      if (refused.status !== 0) once.current = newOnce();
      setProblem(refused);
    }
    setSending(false);
  }

  return html`<fieldset class="answer" data-test="answer"><legend>${t('answering.title')}</legend>
    <p class="hint" id=${'hint' + id}>${t('answering.hint')}</p>
    <label for=${'words' + id}>${t('answering.words')}</label>
    <textarea id=${'words' + id} maxlength="4000" aria-describedby=${'hint' + id} value=${words} onInput=${(event) => setWords(event.target.value)} />
    <label class="tick"><input type="checkbox" checked=${thanks} onChange=${(event) => setThanks(event.target.checked)} />${t('answering.thanks')}</label>
    <div class="row">
      ${AT_ONCE.map((kind) => html`<button type="button" disabled=${sending} title=${words.trim() ? undefined : t('answering.says.' + kind)} onClick=${() => send(kind)}>${word('response', kind)}</button>`)}
      <button type="button" class="plain" aria-expanded=${disputes ? 'true' : 'false'} onClick=${() => setDisputes(!disputes)}>${t('answering.dispute')}</button>
    </div>
    ${disputes && html`<${Dispute} id=${id} sending=${sending} send=${(evidence) => send('disputed', evidence)} />`}
    <p role="status">${sent && t('answering.sent')}</p>
    <${ProblemNote} problem=${problem} />
  </fieldset>`;
}
