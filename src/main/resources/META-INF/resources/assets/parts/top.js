import { html, useState } from '../lib.js';
import { signOut } from '../session.js';
import { t } from '../words.js';

/** The way between the pages, and the way out. Where there is little room, the pages fold away behind a button. */
export function Top({ workspace, pages, at, left }) {
  const [open, set] = useState(false);
  const close = (event) => {
    if (event.key !== 'Escape' || !open) return;
    set(false);
    event.currentTarget.querySelector('button').focus();
  };
  return html`<header class="top" onKeyDown=${close}>
    <strong class="name">${t('app.name')} <span class="workspace">${workspace}</span></strong>
    <button type="button" class="fold" aria-expanded=${open ? 'true' : 'false'} aria-controls="pages" onClick=${() => set(!open)}>${t('app.menu')}</button>
    <nav id="pages" class=${open ? undefined : 'folded'} aria-label=${t('app.menu')}>${pages.map((each) => html`
      <a href=${'#/' + each.path} aria-current=${each === at ? 'page' : undefined} onClick=${() => set(false)}>${each.title}</a>`)}</nav>
    <button type="button" class="plain" onClick=${() => signOut().finally(left)}>${t('app.sign_out')}</button>
  </header>`;
}
