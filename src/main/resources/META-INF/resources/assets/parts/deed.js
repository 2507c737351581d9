import { useRef, useState } from '../lib.js';
import { newOnce } from '../api.js';

/**
 * What a button does: whether it is under way, what came of it, or what went wrong.
 * `run` hands its deed a text that stays the same until it is known how it went, so that trying again does nothing twice.
 */
export function useDeed() {
  const [state, set] = useState({});
  const once = useRef(newOnce());
  async function run(deed) {
    set({ waiting: true });
    try {
      const done = await deed(once.current);
      once.current = newOnce();
      set({ done });
    } catch (problem) {
      if (problem.status >= 400 && problem.status < 500) once.current = newOnce();
      set({ problem });
    }
  }
  return { ...state, run, forget: () => set({}) };
}

/** The handler of a form that sends itself. */
export const onSubmit = (act) => (event) => {
  event.preventDefault();
  act();
};
