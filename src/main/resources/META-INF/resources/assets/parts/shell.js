import { html, useEffect, useRef, useState } from '../lib.js';
import { whoAmI } from '../session.js';
import { t } from '../words.js';
import { useAnswer, Loaded } from './load.js';
import { SignIn } from './sign-in.js';
import { Title } from './title.js';
import { Top } from './top.js';

/** The path in the address's fragment: `#/signals/7` is `signals/7`. Other fragments belong to the page itself. */
const place = () => (location.hash.startsWith('#/') ? location.hash.slice(2) : '');

function usePlace() {
  const [now, set] = useState(place);
  useEffect(() => {
    const moved = () => set(place());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return now;
}

/**
 * What surrounds every page: who is here, the way between the pages, and the way out.
 * `pages(session)` are those that this role sees: `{path, title, show(rest, session, query)}`; the first is where one arrives. What a page
 * was asked may follow in the fragment, too: of `#/market/prices?product=core` the rest is `prices`.
 */
export function Shell({ pages }) {
  const who = useAnswer(whoAmI);
  useEffect(() => {
    addEventListener('groundswell:signed-out', who.again);
    return () => removeEventListener('groundswell:signed-out', who.again);
  }, []);
  return html`<${Loaded} of=${who}>${(session) => (session
    ? html`<${Pages} session=${session} pages=${pages(session)} left=${who.again} />`
    : html`<${SignIn} done=${who.again} />`)}<//>`;
}

function Pages({ session, pages, left }) {
  const [at, query = ''] = usePlace().split('?');
  const page = pages.find((each) => at === each.path || at.startsWith(each.path + '/')) || pages[0];
  const content = useRef();
  useArrival(at, content);
  return html`
    <${Title} level=${1} text=${page.title} />
    <a class="skip" href="#content" onClick=${(event) => skip(event, content)}>${t('app.skip')}</a>
    <${Top} workspace=${session.workspace_name} pages=${pages} at=${page} left=${left} />
    <main id="content" tabindex="-1" ref=${content}>${page.show(at.slice(page.path.length + 1), session, query)}</main>`;
}

/** Another page begins at its top, and whoever has left the link behind that led there is taken along. */
function useArrival(at, content) {
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    scrollTo(0, 0);
    if (!content.current.contains(document.activeElement)) content.current.focus({ preventScroll: true });
  }, [at]);
}

/** The fragment names the page, so the link cannot: it moves the focus instead. */
function skip(event, content) {
  event.preventDefault();
  content.current.focus();
}
