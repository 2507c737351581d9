import { ask } from '../api.js';
import { useState } from '../lib.js';

/** One thing that a button does, with nothing to fill in: that it is on its way, and what went wrong. */
export function useActing(done) {
  const [state, set] = useState({});
  async function act(method, path) {
    set({ waiting: true });
    try {
      await ask(method, path);
      set({});
      done();
    } catch (problem) {
      set({ problem });
    }
  }
  return { ...state, act };
}
