import { html, useState } from '../../lib.js';
import { ask } from '../../api.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, Field, useForm } from '../../parts/form.js';
import { ProblemNote } from '../../parts/problem.js';
import { t } from '../../words.js';
import { OneImport } from './one.js';

/** A file, tried out first; for real only the very file that was tried. */
export function Upload({ connections }) {
  const { values, bind } = useForm({ connection: connections[0].id, made: '' });
  const [file, choose] = useState();
  const [tried, setTried] = useState();
  const [job, start] = useState();
  const deed = useDeed();
  const forget = (set) => (value) => { set(value); setTried(undefined); start(undefined); };
  const send = (dry) => deed.run(async () => {
    const query = { dry_run: dry, as_of: values.made && new Date(values.made).toISOString() };
    const type = /\.(ndjson|jsonl|json)$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv';
    start((await ask('POST', `/connections/${values.connection}/imports`, { query, body: file, type })).body);
  });
  const tie = (name) => ({ ...bind(name), set: forget(bind(name).set) });
  return html`<section class="card" aria-label=${t('imports.new')}>
    <h2>${t('imports.new')}</h2>
    <form class="form" onSubmit=${onSubmit(() => send(true))}>
      <${Choice} label=${t('imports.connection')} options=${connections.map((each) => [each.id, each.name])} ...${tie('connection')} />
      <${Field} label=${t('imports.file')} hint=${t('imports.file_hint')} type="file" name="file" required accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json"
        set=${() => {}} onChange=${(event) => forget(choose)(event.target.files[0])} />
      <${Field} label=${t('imports.as_of')} hint=${t('imports.as_of_hint')} type="datetime-local" ...${tie('made')} />
      <${ProblemNote} problem=${deed.problem} />
      <p class="row">
        <button class=${tried ? undefined : 'main'} disabled=${deed.waiting}>${t('imports.try')}</button>
        ${tried && html`<button type="button" class="main" disabled=${deed.waiting} onClick=${() => { setTried(undefined); send(false); }}>${t('imports.go')}</button>`}
        ${deed.waiting && html`<progress aria-label=${t('imports.sending')}></progress> <span role="status">${t('imports.sending')}</span>`}
      </p>
    </form>
    ${job && html`<${OneImport} key=${job.id} id=${job.id} done=${() => setTried(job.dry_run)} />`}
  </section>`;
}
