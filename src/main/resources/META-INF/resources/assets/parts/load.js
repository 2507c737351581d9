import { html, useCallback, useEffect, useState } from '../lib.js';
import { t } from '../words.js';
import { ProblemNote } from './problem.js';

/** Asks once for each `key`, and again when told to; an answer that comes after a later question is dropped. */
export function useAnswer(question, key = '') {
  const [state, set] = useState({ waiting: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    set((before) => ({ ...before, waiting: true, problem: undefined }));
    question().then(
      (answer) => current && set({ answer }),
      (problem) => current && set({ problem }),
    );
    return () => { current = false; };
  }, [key, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, again };
}

const PATIENCE = 3000;

/** That something is on its way; where that takes long, `why`. */
function Waiting({ why }) {
  const [long, set] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => set(true), PATIENCE);
    return () => clearTimeout(later);
  }, []);
  return html`<p class="waiting" role="status">${t('app.loading')} ${long && why}</p>`;
}

/** What was asked for, once it is here; until then that it is on its way, or what went wrong. `why` says what may take long. */
export function Loaded({ of, why, children }) {
  if (of.problem) return html`<${ProblemNote} problem=${of.problem} again=${of.again} />`;
  if (of.answer === undefined) return html`<${Waiting} why=${why} />`;
  return html`<div aria-busy=${of.waiting ? 'true' : 'false'}>${children(of.answer)}</div>`;
}
