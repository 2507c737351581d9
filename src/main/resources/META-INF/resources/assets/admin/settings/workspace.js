import { html } from '../../lib.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, changed, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { Revised } from '../../parts/revision.js';
import { t } from '../../words.js';

export const Workspace = () => html`<${Revised} path="/workspace">${(workspace, save) => html`<${Form} workspace=${workspace} save=${save} />`}<//>`;

function Form({ workspace, save }) {
  const { values, bind } = useForm({ name: workspace.name, zone: workspace.zone });
  const deed = useDeed();
  const zones = [...new Set([workspace.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort().map((zone) => [zone, zone]);
  return html`<form class="form" onSubmit=${onSubmit(() => deed.run(() => save(changed(workspace, values))))}>
    <${Field} label=${t('workspace.name')} required maxlength="200" ...${bind('name')} />
    <${Choice} label=${t('workspace.zone')} hint=${t('workspace.zone_hint')} options=${zones} ...${bind('zone')} />
    <p class="hint">${t('workspace.id')} <code>${workspace.id}</code></p>
    <${ProblemNote} problem=${deed.problem} />
    <p><button class="main" disabled=${deed.waiting}>${t('form.save')}</button></p>
  </form>`;
}
