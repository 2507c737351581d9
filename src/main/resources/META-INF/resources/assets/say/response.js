import { html } from '../lib.js';
import { day } from '../format.js';
import { t, word } from '../words.js';

/** What the open records say to a claim. */
export function Records({ records }) {
  return html`<p class="records"><span class="tag">${word('verdict', records.verdict)}</span> ${records.sentence}</p>`;
}

/** One answer of leadership: what it is, its words, and what a dispute rests on. */
export function Response({ response }) {
  const { evidence } = response;
  return html`<div class="response">
    <p><strong>${word('answer', response.kind)}</strong> <span class="hint">${day(response.given_on)}</span></p>
    <p class="words">${response.words}</p>
    ${response.thanks && html`<p class="hint">${t('answer.thanks')}</p>`}
    ${evidence && html`<p class="words"><strong>${t('answer.evidence')}</strong> ${evidence.words}
      ${evidence.link && html` <a href=${evidence.link} rel="noreferrer" target="_blank">${t('answer.link')}</a>`}</p>`}
    ${evidence?.records && html`<p class="hint">${t('answer.records')}</p><${Records} records=${evidence.records} />`}
  </div>`;
}

export const Responses = ({ list }) => html`${list.map((each) => html`<${Response} response=${each} key=${each.id} />`)}`;
