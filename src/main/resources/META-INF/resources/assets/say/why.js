import { all, get } from '../api.js';
import { day } from '../format.js';
import { html, useEffect, useState } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { ProblemNote } from '../parts/problem.js';
import { t } from '../words.js';
import { fresh, loss, missing, namesDeal, report } from './draft.js';
import { useKept } from './kept.js';
import { dropLink, readLink } from './link.js';
import { More } from './more.js';
import { Note } from './note.js';
import { offered, ReasonChoice } from './reasons.js';
import { useSending } from './sending.js';
import { Thanks } from './thanks.js';
import { traces } from './warned.js';
import { Way } from './way.js';

async function whatIsKnown() {
  const [safety, sources, ...lists] = await Promise.all([
    get('/safety'),
    all('/sources'),
    ...['/reasons', '/competitors', '/products', '/segments', '/regions'].map((path) => all(path)),
  ]);
  const [reasons, competitor, product, segment, region] = lists.map(offered);
  return { safety, sources, reasons, competitor, product, segment, region };
}

/** Why a deal was lost, in half a minute. */
export function SayWhy() {
  const known = useAnswer(whatIsKnown);
  return html`<${Loaded} of=${known}>${(all) => html`<${Form} known=${all} />`}<//>`;
}

function Form({ known }) {
  const [draft, put, drop] = useKept('why', () => fresh(readLink()));
  const [told, setTold] = useState();
  const sending = useSending('why');
  const [lacking, setLacking] = useState();
  const change = (part) => { setLacking(undefined); put(part); };
  useEffect(() => {
    const arrived = () => {
      const link = readLink();
      if (!link || link.text === draft.link) return;
      setTold(undefined);
      change(fresh(link));
    };
    arrived();
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, [draft.link]);

  async function go(event) {
    event.preventDefault();
    setLacking(missing(draft));
    if (missing(draft)) return;
    const receipt = await sending.send(draft.openly ? '/losses' : '/field_reports', draft.openly ? loss(draft) : report(draft));
    if (!receipt) return;
    setTold({ receipt, openly: draft.openly });
    dropLink();
    drop();
  }

  if (told) return html`<${Thanks} told=${told} again=${() => { sending.anew(); setTold(undefined); }} />`;
  return html`<form class="why" onSubmit=${go} noValidate>
    <h1>${t('say.title')}</h1>
    ${namesDeal(draft) && html`<p class="hint" data-test="deal">${t('say.about', draft)}</p>`}
    <${ReasonChoice} reasons=${known.reasons} draft=${draft} change=${change} />
    <h2>${t('say.more')}</h2>
    <${More} known=${known} draft=${draft} change=${change} />
    <${Note} draft=${draft} change=${change} problem=${sending.problem} />
    <${Way} known=${known} draft=${draft} change=${change} />
    <div class="send">
      <${Refused} problem=${lacking ? { detail: t(lacking) } : sending.problem} />
      <p class="hint">${brief(draft, known.safety)}</p>
      <button class="main" disabled=${sending.waiting}>${sending.waiting ? t('say.sending') : draft.openly ? t('say.send.openly') : t('say.send')}</button>
    </div>
  </form>`;
}

/** Who sees it and when, in a line, where the button is. */
function brief(draft, { terms, reps, current_period: period }) {
  if (draft.openly) return t('say.brief.openly');
  return reps < terms.k ? t('say.brief.few') : t('say.brief', { k: terms.k, on: day(period.sealed_on) });
}

/** Told already is no fault; a note that could betray is spoken of at the note. */
function Refused({ problem }) {
  if (problem?.code === 'conflict') {
    return html`<div class="note" role="alert"><p>${t('say.known_already')}</p><p><a href="#/mine">${t('thanks.mine')}</a></p></div>`;
  }
  if (problem?.code === 'still_running') return html`<${ProblemNote} problem=${{ detail: t('say.still_running') }} />`;
  if (traces(problem, '/note').length > 0) return html`<${ProblemNote} problem=${{ detail: t('say.see_note') }} />`;
  return html`<${ProblemNote} problem=${problem} />`;
}
