import { html, useEffect } from '../../lib.js';
import { all, ask, get } from '../../api.js';
import { count, day } from '../../format.js';
import { SureButton } from '../../parts/button.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { Listing } from '../../parts/listing.js';
import { NewAlias } from '../../parts/new-alias.js';
import { t, word } from '../../words.js';

const LOOK_AGAIN = 1000;

/** Aliases first: where all of them say that the past was read again, what is still unmapped afterwards stays so. */
async function look() {
  const known = await all('/aliases');
  return [...(await Promise.all([get('/aliases/unmapped', { limit: 50 }), all('/reasons')])), known];
}

/** What CRMs write, and what it means. While deals of the past are read again, so is this. */
export function Aliases() {
  const read = useAnswer(look);
  useEffect(() => {
    if (!read.answer || read.answer[2].every((alias) => alias.mended)) return undefined;
    const later = setTimeout(read.again, LOOK_AGAIN);
    return () => clearTimeout(later);
  }, [read.answer]);
  return html`<p>${t('aliases.lead')}</p>
    <${Loaded} of=${read}>${([unmapped, reasons, known]) => html`
      <h2>${t('aliases.unmapped')}</h2>
      ${unmapped.items.length === 0
        ? html`<p class="hint">${t('aliases.all_mapped')}</p>`
        : html`<ul class="entries">${unmapped.items.map((row) => html`<${Unmapped} key=${row.text} row=${row} reasons=${reasons} done=${read.again} />`)}</ul>`}
      <details class="card"><summary>${t('aliases.new')}</summary><${NewAlias} reasons=${reasons} done=${read.again} /></details>
      <h2>${t('aliases.known')}</h2>
      <${Known} rows=${known} again=${read.again} />`}<//>`;
}

const Unmapped = ({ row, reasons, done }) => html`<li data-test="unmapped">
  <p><strong>${row.text}</strong> <span class="hint">${t('aliases.said_in', { count: row.deals, number: count(row.deals), primary: count(row.primary) })}${
    row.last_closed_on ? ', ' + t('aliases.last', { day: day(row.last_closed_on) }) : ''}</span></p>
  <details><summary>${t('aliases.say')}</summary>
    <${NewAlias} text=${row.text} suggested=${row.suggestions} reasons=${reasons} done=${done} />
  </details>
</li>`;

const Known = ({ rows, again }) => html`<${Listing} caption=${t('aliases.known')} empty=${t('aliases.none')} heads=${[t('aliases.text'), t('aliases.means'), t('aliases.past'), '']}
    rows=${rows.map((row) => [
      row.text,
      html`${word('dimension', row.dimension)}: ${[row.target, row.outcome && word('outcome', row.outcome)].filter(Boolean).join(', ')}`,
      row.mended ? t('aliases.mended', { number: count(row.changed || 0) }) : t('aliases.mending', { number: count(row.examined || 0) }),
      html`<${SureButton} text=${t('aliases.remove')} question=${t('aliases.remove_sure', { text: row.text })} sure=${t('aliases.remove_yes')}
        act=${() => ask('DELETE', `/aliases/${row.id}`).then(again)} />`])} />`;
