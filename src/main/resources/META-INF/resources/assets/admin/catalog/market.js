import { html } from '../../lib.js';
import { all, post } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, Tick, changed, useForm } from '../../parts/form.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ProblemNote } from '../../parts/problem.js';
import { t } from '../../words.js';
import { Entries } from './entries.js';

/** Products, segments, regions or competitors: what CRMs name is added by itself; here it is named well, merged and archived. */
export function Market({ list }) {
  const values = useAnswer(() => all('/' + list), list);
  return html`<p>${t('value.lead')}</p>
    <${New} key=${list} list=${list} done=${values.again} />
    <${Loaded} of=${values}>${(rows) => html`<${Entries} list=${list} key_="key" rows=${rows} again=${values.again} empty=${t('value.none')}
      form=${(value, save) => html`<${Edit} value=${value} values=${rows} save=${save} />`} />`}<//>`;
}

function New({ list, done }) {
  const { values, bind } = useForm({ label: '' });
  const deed = useDeed();
  const send = () => deed.run(async (once) => { await post('/' + list, values, once); bind('label').set(''); done(); });
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('value.new.' + list)} required maxlength="200" ...${bind('label')} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button disabled=${deed.waiting}>${t('value.add')}</button></p>
  </form>`;
}

function Edit({ value, values: all, save }) {
  const { label, archived, merged_into = '' } = value;
  const { values, bind } = useForm({ label, archived, merged_into });
  const deed = useDeed();
  const into = all.filter((each) => each.key !== value.key && !each.merged_into).map((each) => [each.key, each.label]);
  return html`<form class="form" onSubmit=${onSubmit(() => deed.run(() => save(changed(value, values))))}>
    <${Field} label=${t('value.label')} required maxlength="200" ...${bind('label')} />
    <${Choice} label=${t('catalog.merge')} hint=${t('catalog.merge_hint')} options=${[['', t('catalog.itself')], ...into]} ...${bind('merged_into')} />
    <${Tick} label=${t('catalog.archive')} ...${bind('archived')} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('form.save')}</button></p>
  </form>`;
}
