import { html } from '../lib.js';
import { Title } from '../parts/title.js';

/** Parts of a page with an address each, and the one that somebody is at. `places` are `{path, title, Show}`; the first is where one arrives. */
export function Places({ label, under, places, at, session }) {
  const here = places.find(({ path }) => at === path || at.startsWith(path + '/')) || places[0];
  return html`
    <nav aria-label=${label}><ul class="places">${places.map(({ path, title }) => html`
      <li><a href=${`#/${under}/${path}`} aria-current=${path === here.path ? 'page' : undefined}>${title}</a></li>`)}</ul></nav>
    <${Title} level=${under.split('/').length + 1} text=${here.title} />
    <div key=${here.path}><${here.Show} at=${at.slice(here.path.length + 1)} session=${session} /></div>`;
}
