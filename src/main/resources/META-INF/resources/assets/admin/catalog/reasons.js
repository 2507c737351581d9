import { html } from '../../lib.js';
import { all, post } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, Tick, changed, filled, useForm } from '../../parts/form.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ProblemNote } from '../../parts/problem.js';
import { t, word } from '../../words.js';
import { Entries } from './entries.js';

const GROUPS = ['price', 'product', 'trust', 'timing', 'fit', 'process', 'unknown'].map((each) => [each, word('group', each)]);

export function Reasons() {
  const reasons = useAnswer(() => all('/reasons'));
  return html`<p>${t('reasons.lead')}</p>
    <${Loaded} of=${reasons}>${(rows) => html`
      <details class="card"><summary>${t('reasons.new')}</summary><${NewReason} reasons=${rows} done=${reasons.again} /></details>
      ${GROUPS.filter(([group]) => rows.some((row) => row.group === group)).map(([group, name]) => html`
        <h2>${name}</h2>
        <${Entries} list="reasons" key_="code" rows=${rows.filter((row) => row.group === group)} again=${reasons.again}
          form=${(reason, save) => html`<${EditReason} reason=${reason} reasons=${rows} save=${save} />`} />`)}`}<//>`;
}

/** Reasons that another can be a kind of, or count as. */
const others = (reasons, code, fits, none) => [['', none], ...reasons.filter((each) => each.code !== code && fits(each)).map((each) => [each.code, each.label])];

function NewReason({ reasons, done }) {
  const { values, bind } = useForm({ code: '', label: '', group: 'product', parent: '' });
  const deed = useDeed();
  const send = () => deed.run(async (once) => { await post('/reasons', filled(values), once); done(); });
  return html`<form class="form" onSubmit=${onSubmit(send)}>
    <${Field} label=${t('reasons.label')} required maxlength="200" ...${bind('label')} />
    <${Field} label=${t('reasons.code')} hint=${t('reasons.code_hint')} required maxlength="60" pattern="[a-z][a-z0-9_]*" spellcheck="false" ...${bind('code')} />
    <${Choice} label=${t('reasons.group')} options=${GROUPS} ...${bind('group')} />
    <${Choice} label=${t('reasons.parent')} options=${others(reasons, '', (each) => !each.parent, t('reasons.own'))} ...${bind('parent')} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('reasons.add')}</button></p>
  </form>`;
}

function EditReason({ reason, reasons, save }) {
  const { label, group, parent = '', archived, merged_into = '' } = reason;
  const { values, bind } = useForm({ label, group, parent, archived, merged_into });
  const deed = useDeed();
  return html`<form class="form" onSubmit=${onSubmit(() => deed.run(() => save(changed(reason, values))))}>
    <${Field} label=${t('reasons.label')} required maxlength="200" ...${bind('label')} />
    <${Choice} label=${t('reasons.group')} options=${GROUPS} ...${bind('group')} />
    <${Choice} label=${t('reasons.parent')} options=${others(reasons, reason.code, (each) => !each.parent, t('reasons.own'))} ...${bind('parent')} />
    <${Choice} label=${t('catalog.merge')} hint=${t('catalog.merge_hint')} options=${others(reasons, reason.code, (each) => !each.merged_into, t('catalog.itself'))} ...${bind('merged_into')} />
    <${Tick} label=${t('catalog.archive')} ...${bind('archived')} />
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('form.save')}</button></p>
  </form>`;
}
