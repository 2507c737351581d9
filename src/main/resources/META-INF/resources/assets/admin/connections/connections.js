import { html } from '../../lib.js';
import { ConnectionList } from './list.js';
import { NewConnection } from './new.js';
import { OneConnection } from './one.js';

export function Connections({ at, session }) {
  if (at === 'new') return html`<${NewConnection} />`;
  if (at) return html`<${OneConnection} key=${at} id=${at} session=${session} />`;
  return html`<${ConnectionList} session=${session} />`;
}
