import { html, useEffect, useState } from '../lib.js';
import { get } from '../api.js';
import { t } from '../words.js';
import { Loaded } from './load.js';

/** A long list, a page at a time: `children(items, again)` draws what is here. It is read anew where the question or `turn` changes. */
export function Paged({ path, query = {}, turn: asked, children }) {
  const [state, set] = useState({});
  const key = JSON.stringify([path, query, asked]);
  const [turn, setTurn] = useState(0);
  const fetched = (cursor, before) =>
    get(path, { ...query, cursor }).then(
      (page) => ({ answer: [...before, ...page.items], cursor: page.next_cursor }),
      (problem) => ({ problem }),
    );
  useEffect(() => {
    let current = true;
    fetched(undefined, []).then((now) => current && set(now));
    return () => { current = false; };
  }, [key, turn]);
  const again = () => setTurn((before) => before + 1);
  return html`<${Loaded} of=${{ ...state, again }}>${(items) => html`
    ${children(items, again)}
    ${state.cursor && html`<p><button type="button" onClick=${() => fetched(state.cursor, items).then(set)}>${t('list.more')}</button></p>`}`}<//>`;
}
