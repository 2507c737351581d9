import { html, useState } from '../lib.js';
import { ProblemNote } from '../parts/problem.js';
import { t, word } from '../words.js';
import { useKept } from './kept.js';
import { useSending } from './sending.js';
import { traces, Warned } from './warned.js';

const TOPICS = ['price_too_high', 'product_not_competitive', 'quota_too_high', 'market_shift', 'territory', 'policy', 'other'];
const LEAST = 10;
const MOST = 1000;
const empty = () => ({ topic: '', words: '', warned: false, surface_now: false });

/** Says what weighs on somebody: the words that colleagues read, and how they could betray who wrote them. */
export function Raise({ k, done }) {
  const [concern, change, drop] = useKept('concern', empty);
  const [receipt, setReceipt] = useState();
  const [begun] = useState(concern.words !== '');
  const [short, setShort] = useState(false);
  const sending = useSending('concern');

  async function go(event) {
    event.preventDefault();
    const lacks = !concern.topic || concern.words.trim().length < LEAST;
    setShort(lacks);
    if (lacks) return;
    const told = await sending.send('/concerns', concern);
    if (!told) return;
    setReceipt(told);
    drop();
    done();
  }

  return html`<div role="status" data-test="concern-receipt">${receipt && html`<p class="note">${t('raise.done.' + receipt.state, receipt)}</p>`}</div>
  <details class="card" open=${begun}>
    <summary>${t('raise.title')}</summary>
    <form onSubmit=${go} noValidate>
      <label for="topic">${t('raise.topic')}</label>
      <select id="topic" value=${concern.topic} onChange=${(event) => change({ topic: event.target.value })}>
        <option value="">${t('raise.topic.none')}</option>
        ${TOPICS.map((each) => html`<option value=${each} key=${each}>${word('topic', each)}</option>`)}
      </select>
      <label for="words">${t('raise.words')}</label>
      <textarea id="words" maxlength=${MOST} autocomplete="off" value=${concern.words} aria-describedby="words-hint"
        onInput=${(event) => change({ words: event.target.value })}></textarea>
      <p class="hint" id="words-hint">${t('raise.words.hint', { least: LEAST, most: MOST, left: MOST - concern.words.length })}</p>
      <p class="note">${t('raise.style')}</p>
      <label class="choice"><input type="checkbox" checked=${concern.surface_now}
        onChange=${(event) => change({ surface_now: event.target.checked })} /> ${t('raise.now')}</label>
      <p class=${concern.surface_now ? 'note' : 'hint'} role="status">${concern.surface_now ? t('raise.now.warning') : t('raise.later', { k })}</p>
      <${Warned} problem=${sending.problem} pointer="/words" warned=${concern.warned} change=${change} />
      ${traces(sending.problem, '/words').length === 0 && html`<${ProblemNote} problem=${short ? { detail: t('raise.short', { least: LEAST }) } : sending.problem} />`}
      <button class="main" disabled=${sending.waiting}>${sending.waiting ? t('say.sending') : t('raise.send')}</button>
    </form>
  </details>`;
}
