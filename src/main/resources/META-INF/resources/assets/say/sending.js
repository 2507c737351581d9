import { newOnce, post } from '../api.js';
import { useRef, useState } from '../lib.js';
import { memory } from './kept.js';

/** What was sent last and may have arrived, with the key that makes it harmless to send it again. */
const sent = memory();

/**
 * Sends what a form holds. While it is on its way a second press does nothing; where the answer was lost, the same words
 * go out with the same Idempotency-Key and take effect once.
 * @param {string} name of the form
 */
export function useSending(name) {
  const [state, set] = useState({});
  const busy = useRef(false);

  async function send(path, body) {
    if (busy.current) return undefined;
    busy.current = true;
    set({ waiting: true });
    const said = path + JSON.stringify(body);
    if (sent.get(name)?.said !== said) sent.set(name, { said, once: newOnce() });
    try {
      const receipt = await post(path, body, sent.get(name).once);
      sent.delete(name);
      set({ receipt });
      return receipt;
    } catch (problem) {
      set({ problem });
      return undefined;
    } finally {
      busy.current = false;
    }
  }

  return { ...state, send, anew: () => set({}) };
}
