import { useState } from '../lib.js';

/** A place in this page's memory. It outlives a look at another page and an end of the session, but nobody else who signs in. */
export function memory() {
  const place = new Map();
  addEventListener('groundswell:somebody-else', () => place.clear());
  return place;
}

/** What somebody is typing. */
const kept = memory();

/**
 * `[what, change, drop]`; `change` takes some fields or a function of what is there.
 * @template T
 * @param {string} name of the form
 * @param {() => T} fresh what an empty form holds
 */
export function useKept(name, fresh) {
  const [, turn] = useState(0);
  if (!kept.has(name)) kept.set(name, fresh());
  const put = (what) => {
    kept.set(name, what);
    turn((before) => before + 1);
  };
  const change = (part) => put({ ...kept.get(name), ...(typeof part === 'function' ? part(kept.get(name)) : part) });
  return [kept.get(name), change, () => put(fresh())];
}
