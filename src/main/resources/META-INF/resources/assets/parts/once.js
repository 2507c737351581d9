import { html, useEffect, useRef, useState } from '../lib.js';
import { t } from '../words.js';

/** Something secret that is shown this once, to be copied. Whoever listens to the page is taken there. */
export function ShownOnce({ title, text, value, name, done, children }) {
  const place = useRef();
  useEffect(() => place.current.focus(), []);
  const [copied, set] = useState('');
  const copy = () => navigator.clipboard.writeText(value).then(() => set(t('once.copied')), () => set(t('once.by_hand')));
  return html`<section class="card once" tabindex="-1" ref=${place} aria-label=${title}>
    <h2>${title}</h2>
    <p>${text}</p>
    <p><code class="key" data-test=${name}>${value}</code></p>
    ${children}
    <p class="row">
      <button type="button" onClick=${copy}>${t('once.copy')}</button>
      <button type="button" class="main" onClick=${done}>${t('once.done')}</button>
      <span role="status">${copied}</span>
    </p>
  </section>`;
}
