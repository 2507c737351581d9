import { all } from '../api.js';
import { count, day } from '../format.js';
import { html, useState } from '../lib.js';
import { Loaded, useAnswer } from '../parts/load.js';
import { NewAlias } from '../parts/new-alias.js';
import { t } from '../words.js';

/** What CRMs say in words that nobody has mapped yet: these deals are in no reason. Admins map them; the others see what waits. */
export function Unmapped({ session }) {
  const waiting = useAnswer(() => Promise.all([all('/aliases/unmapped'), all('/reasons')]));
  const [mapped, setMapped] = useState([]);
  const admin = session.role === 'admin';
  const done = (text) => {
    setMapped([...mapped, text]);
    waiting.again();
  };
  return html`<h1>${t('unmapped.title')}</h1>
    <p>${t('unmapped.lead')} ${t(admin ? 'unmapped.yours' : 'unmapped.ask')}</p>
    <p role="status">${mapped.length > 0 && t('unmapped.mapped', { text: mapped.at(-1) })}</p>
    <${Loaded} of=${waiting}>${([told, reasons]) => {
      // what was just mapped is listed until its deals are mended
      const texts = told.filter((each) => !mapped.includes(each.text));
      if (texts.length === 0) return html`<p class="note">${t('unmapped.none')}</p>`;
      return html`<ul class="told">${texts.map((each) => html`<li key=${each.text} data-test="unmapped">
          <p class="words">${each.text}</p>
          <p class="hint">${t('unmapped.deals', { count: each.deals, deals: count(each.deals), primary: count(each.primary) })}${' '}
            ${each.last_closed_on && t('unmapped.last', { day: day(each.last_closed_on) })}${' '}
            ${each.suggestions.length > 0 && t('unmapped.like', { labels: each.suggestions.map((suggestion) => suggestion.label).join(', ') })}</p>
          ${admin && html`<details><summary>${t('aliases.say')}</summary>
            <${NewAlias} text=${each.text} suggested=${each.suggestions} reasons=${reasons} done=${() => done(each.text)} /></details>`}
        </li>`)}</ul>`;
    }}<//>`;
}
