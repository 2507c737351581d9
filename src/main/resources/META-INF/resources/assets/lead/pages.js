import { html } from '../lib.js';

/** The pages that this role finds here. */
export const leadPages = () => [{ path: 'start', title: 'Start', show: () => html`<h1>Start</h1>` }];
