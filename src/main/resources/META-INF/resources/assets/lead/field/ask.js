import { newOnce, post } from '../../api.js';
import { html, useRef, useState } from '../../lib.js';
import { ProblemNote } from '../../parts/problem.js';
import { t } from '../../words.js';

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Asks the whole field one question with fixed options. */
export function Ask({ k, done }) {
  const [words, setWords] = useState('');
  const [options, setOptions] = useState('');
  const [closes, setCloses] = useState(() => inDays(10));
  const [problem, setProblem] = useState();
  const once = useRef(newOnce());

  async function go(event) {
    event.preventDefault();
    setProblem(undefined);
    try {
      await post('/questions', { words: words.trim(), options: options.split('\n').map((line) => line.trim()).filter(Boolean), closes_on: closes }, once.current);
      done();
    } catch (refused) {
      if (refused.status !== 0) once.current = newOnce();
      setProblem(refused);
    }
  }

  return html`<form class="card" onSubmit=${go}><h2>${t('ask.title')}</h2>
    <p class="hint">${t('ask.hint', { k })}</p>
    <label for="ask-words">${t('ask.words')}</label>
    <input id="ask-words" required minlength="10" maxlength="500" value=${words} onInput=${(event) => setWords(event.target.value)} />
    <label for="ask-options">${t('ask.options')}</label>
    <textarea id="ask-options" required value=${options} onInput=${(event) => setOptions(event.target.value)} />
    <label for="ask-closes">${t('ask.closes')}</label>
    <input id="ask-closes" type="date" required value=${closes} onInput=${(event) => setCloses(event.target.value)} />
    <${ProblemNote} problem=${problem} />
    <p><button class="main">${t('ask.go')}</button></p>
  </form>`;
}
