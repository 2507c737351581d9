import { html, useState } from '../lib.js';
import { all, post } from '../api.js';
import { count } from '../format.js';
import { t, word } from '../words.js';
import { onSubmit, useDeed } from './deed.js';
import { Choice, Field, filled, useForm } from './form.js';
import { Loaded, useAnswer } from './load.js';
import { ProblemNote } from './problem.js';

const LISTS = { product: 'products', segment: 'segments', region: 'regions', competitor: 'competitors' };
const DIMENSIONS = ['reason', ...Object.keys(LISTS)].map((each) => [each, word('dimension', each)]);
const OUTCOMES = ['lost_to_competitor', 'no_decision', 'in_house', 'postponed', 'disqualified_by_us', 'invalid_duplicate'].map((each) => [each, word('outcome', each)]);

/** What a text means: seen first in what it changes, then said. With a `text` given it is about a reason. */
export function NewAlias({ text: given, suggested = [], reasons, done }) {
  const { values, bind } = useForm({ dimension: 'reason', text: given || '', target: suggested[0]?.code || '', outcome: '' });
  const [seen, see] = useState();
  const deed = useDeed();
  const reason = values.dimension === 'reason';
  const tie = (name) => ({ ...bind(name), set: (value) => { see(undefined); bind(name).set(value); } });
  const look = () => deed.run(async () => see(await post('/aliases/preview', { text: values.text })));
  const say = () => deed.run(async (once) => { await post('/aliases', filled({ ...values, outcome: reason ? values.outcome : '' }), once); see(undefined); done(); });
  return html`<form class="form" onSubmit=${onSubmit(reason && !seen ? look : say)}>
    ${!given && html`<${Choice} label=${t('aliases.dimension')} options=${DIMENSIONS} ...${tie('dimension')} />
      <${Field} label=${t('aliases.text')} hint=${t('aliases.text_hint')} required maxlength="500" ...${tie('text')} />`}
    ${reason
      ? html`<${Choice} label=${t('aliases.reason')} options=${[['', t('aliases.no_reason')], ...likeliest(reasons, suggested)]} ...${tie('target')} />
        <${Choice} label=${t('aliases.outcome')} options=${[['', t('aliases.no_outcome')], ...OUTCOMES]} ...${tie('outcome')} />`
      : html`<${Target} list=${LISTS[values.dimension]} label=${word('dimension', values.dimension)} ...${tie('target')} />`}
    <div aria-live="polite">${seen && html`<p class="note">${t('aliases.changes', { count: seen.deals, number: count(seen.deals), primary: count(seen.primary) })}
      ${' '}${seen.current ? t('aliases.means_now', { code: seen.current }) : t('aliases.means_nothing')}</p>`}</div>
    <${ProblemNote} problem=${deed.problem} />
    <p><button class=${reason && !seen ? undefined : 'main'} disabled=${deed.waiting || !(values.target || values.outcome)}>${reason && !seen ? t('aliases.preview') : t('aliases.add')}</button></p>
  </form>`;
}

/** The reasons that a text is most like come first. */
function likeliest(reasons, suggested) {
  const place = (code) => { const at = suggested.findIndex((each) => each.code === code); return at < 0 ? suggested.length : at; };
  return reasons.filter((each) => !each.archived && !each.merged_into).sort((a, b) => place(a.code) - place(b.code)).map((each) => [each.code, each.label]);
}

function Target({ list, ...rest }) {
  const read = useAnswer(() => all('/' + list), list);
  return html`<${Loaded} of=${read}>${(rows) => html`<${Choice} required ...${rest} options=${[['', t('form.choose')], ...rows.map((row) => [row.key, row.label])]} />`}<//>`;
}
