import { day } from '../format.js';
import { html } from '../lib.js';
import { t, word } from '../words.js';

/** What leadership has answered, the first answer first. */
export function Answers({ responses = [] }) {
  if (responses.length === 0) return html`<p class="hint">${t('answers.none')}</p>`;
  return html`<ul class="told" data-test="answers">${responses.map((each) => html`<li key=${each.id}>
    <p><span class="badge">${word('response', each.kind)}</span> <span class="hint">${day(each.given_on)}${each.thanks && ', ' + t('answers.thanks')}</span></p>
    <p class="words">${each.words}</p>
    ${each.evidence && html`<${Evidence} evidence=${each.evidence} />`}
  </li>`)}</ul>`;
}

function Evidence({ evidence }) {
  return html`<p>${t('answers.evidence')} ${evidence.words}
    ${evidence.link?.startsWith('https://') && html` <a href=${evidence.link} rel="noreferrer noopener" target="_blank">${t('answers.link')}</a>`}</p>
    ${evidence.records && html`<${Records} records=${evidence.records} says="answers.records" />`}`;
}

/** What the open records say to a claim, whoever makes it; `says` is what leads into it. */
export const Records = ({ records, says }) => html`<p class="note">${says && t(says) + ' '}<strong>${word('verdict', records.verdict)}.</strong> ${records.sentence}</p>`;
