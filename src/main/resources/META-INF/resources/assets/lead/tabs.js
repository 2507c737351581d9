import { html } from '../lib.js';
import { Title } from '../parts/title.js';
import { link } from './query.js';

/** The parts of a page, each with an address of its own. `tabs` are `{path, title}`; `at` is the path that is shown. */
export const Tabs = ({ label, tabs, at, query }) => html`<nav aria-label=${label}><ul class="tabs">${tabs.map((tab) => html`
  <li><a href=${link(tab.path, query)} aria-current=${tab.path === at ? 'page' : undefined}>${tab.title}</a></li>`)}</ul></nav>
  <${Title} level=${2} text=${tabs.find((tab) => tab.path === at)?.title} />`;
