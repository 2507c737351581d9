import { html, useEffect, useState } from '../lib.js';
import { signOut, whoAmI } from '../session.js';
import { t } from '../words.js';
import { useAnswer, Loaded } from './load.js';
import { SignIn } from './sign-in.js';

/** The path in the address's fragment: `#/signals/7` is `signals/7`. Other fragments belong to the page itself. */
const place = () => (location.hash.startsWith('#/') ? location.hash.slice(2) : '');

export function usePlace() {
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
  const [at, query = ''] = usePlace().split('?');
  useEffect(() => {
    addEventListener('groundswell:signed-out', who.again);
    return () => removeEventListener('groundswell:signed-out', who.again);
  }, []);

  return html`<${Loaded} of=${who}>${(session) => {
    if (!session) return html`<${SignIn} done=${who.again} />`;
    const mine = pages(session);
    const page = mine.find((each) => at === each.path || at.startsWith(each.path + '/')) || mine[0];
    return html`
      <a class="skip" href="#content" onClick=${skip}>${t('app.skip')}</a>
      <header class="top">
        <strong class="name">${t('app.name')} <span class="workspace">${session.workspace_name}</span></strong>
        <nav aria-label=${t('app.menu')}>${mine.map((each) => html`
          <a href=${'#/' + each.path} aria-current=${each === page ? 'page' : undefined}>${each.title}</a>`)}</nav>
        <button type="button" class="plain" onClick=${() => signOut().finally(who.again)}>${t('app.sign_out')}</button>
      </header>
      <main id="content" tabindex="-1">${page.show(at.slice(page.path.length + 1), session, query)}</main>`;
  }}<//>`;
}

/** The fragment names the page, so the link cannot: it moves the focus instead. */
function skip(event) {
  event.preventDefault();
  document.getElementById('content').focus();
}
