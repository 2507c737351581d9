import { html } from '../../lib.js';
import { all } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Field, changed, useForm } from '../../parts/form.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ProblemNote } from '../../parts/problem.js';
import { t } from '../../words.js';
import { Entries } from './entries.js';

/** Where deals come from, and since when their wins are told in full. */
export function Sources() {
  const sources = useAnswer(() => all('/sources'));
  return html`<p>${t('sources.lead')}</p>
    <${Loaded} of=${sources}>${(rows) => html`<${Entries} list="sources" key_="key" rows=${rows} again=${sources.again} empty=${t('sources.none')}
      form=${(source, save) => html`<${Edit} source=${source} save=${save} />`} />`}<//>`;
}

function Edit({ source, save }) {
  const { values, bind } = useForm({ label: source.label, wins_complete_since: source.wins_complete_since || '' });
  const deed = useDeed();
  return html`<form class="form" onSubmit=${onSubmit(() => deed.run(() => save(changed(source, values))))}>
    <${Field} label=${t('value.label')} required maxlength="200" ...${bind('label')} />
    <${Field} label=${t('sources.wins')} hint=${t('sources.wins_hint')} type="date" ...${bind('wins_complete_since')} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('form.save')}</button></p>
  </form>`;
}
