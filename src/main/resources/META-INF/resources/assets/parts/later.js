import { html } from '../lib.js';
import { Loaded, useAnswer } from './load.js';

/** A page whose script is fetched when somebody goes there: the first page does not wait for the others. `load` imports it. */
export function Later({ load, page, ...rest }) {
  const script = useAnswer(load, page);
  return html`<${Loaded} of=${script}>${(module) => html`<${module[page]} ...${rest} />`}<//>`;
}
