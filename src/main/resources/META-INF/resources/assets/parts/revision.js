import { html, useState } from '../lib.js';
import { ask } from '../api.js';
import { t } from '../words.js';
import { Loaded, useAnswer } from './load.js';

/**
 * One thing that others may be changing, too. It is read with its revision, and `children(body, save)` draws it, anew for each
 * revision. An edit of an older one is refused: then what is there now is read, and it is said why. `moved` is called once it is another
 * than what the page around it has read.
 */
export function Revised({ path, moved, children }) {
  const read = useAnswer(() => ask('GET', path), path);
  const [said, say] = useState();
  function told(key, role) {
    say({ text: t(key), role });
    read.again();
    moved?.();
  }
  async function save(changes) {
    say(undefined);
    try {
      await ask('PATCH', path, { body: changes, type: 'application/merge-patch+json', headers: { 'If-Match': read.answer.etag } });
    } catch (problem) {
      if (problem.status !== 412) throw problem;
      return told('revision.overtaken', 'alert');
    }
    return told('revision.saved', 'status');
  }
  return html`
    ${said && html`<p class="note" role=${said.role}>${said.text}</p>`}
    <${Loaded} of=${read}>${({ body, etag }) => html`<div key=${etag}>${children(body, save)}</div>`}<//>`;
}
