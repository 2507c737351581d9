import { html, useState } from '../lib.js';
import { join, signIn } from '../session.js';
import { t } from '../words.js';
import { ProblemNote } from './problem.js';
import { Title } from './title.js';

/** The code of an invite may come in the address's fragment, which no server ever sees. */
const invited = () => new URLSearchParams(location.hash.replace(/^#\/?/, '')).get('invite') || '';

/** The way in. `done` is called once somebody is in. */
export function SignIn({ done }) {
  const [text, setText] = useState(invited);
  const [problem, setProblem] = useState();
  const [key, setKey] = useState();
  const [waiting, setWaiting] = useState(false);

  async function go(event) {
    event.preventDefault();
    setProblem(undefined);
    setWaiting(true);
    const given = text.trim();
    try {
      if (given.startsWith('gsi_')) {
        setKey(await join(given));
        history.replaceState(null, '', location.pathname);
      } else if (given.startsWith('gsw_') || given.startsWith('ey')) {
        await signIn(given);
        done();
      } else {
        setProblem({ detail: t('sign_in.neither') });
      }
    } catch (refused) {
      const known = { 401: 'sign_in.wrong', 404: 'sign_in.used', 409: 'sign_in.used' }[refused.status];
      setProblem(known ? { detail: t(known) } : refused);
    }
    setWaiting(false);
  }

  if (key) return html`<${Joined} key_=${key} done=${done} />`;
  return html`<main id="content" class="narrow">
    <${Title} level=${1} text=${t('sign_in.title')} />
    <h1>${t('sign_in.title')}</h1>
    <p>${t('sign_in.lead')}</p>
    <form onSubmit=${go}>
      <label for="credential">${t('sign_in.field')}</label>
      <input id="credential" type="password" autocomplete="current-password" required maxlength="4000" spellcheck="false"
        aria-describedby="credential-hint" value=${text} onInput=${(event) => setText(event.target.value)} />
      <p id="credential-hint" class="hint">${t('sign_in.hint')}</p>
      <${ProblemNote} problem=${problem} />
      <button class="main" disabled=${waiting}>${t('sign_in.go')}</button>
    </form>
    ${location.hostname === 'localhost' && html`<p class="hint">${t('sign_in.demo')}</p>`}
  </main>`;
}

/** Shows one's own key this once. */
function Joined({ key_: key, done }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(key).then(() => setCopied(true));
  return html`<main id="content" class="narrow">
    <${Title} level=${1} text=${t('joined.title')} />
    <h1>${t('joined.title')}</h1>
    <p>${t('joined.lead')}</p>
    <p><code class="key" data-test="key">${key}</code></p>
    <p class="row">
      <button type="button" onClick=${copy}>${copied ? t('joined.copied') : t('joined.copy')}</button>
      <button type="button" class="main" onClick=${done}>${t('joined.go')}</button>
    </p>
  </main>`;
}
