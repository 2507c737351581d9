import { html } from '../../lib.js';
import { t } from '../../words.js';
import { Tabs } from '../tabs.js';
import { Concerns } from './concerns.js';
import { Questions } from './questions.js';
import { Releases } from './releases.js';

const PARTS = { concerns: Concerns, releases: Releases, questions: Questions };

/** What the field says, once it may be told. */
export function Field({ rest, session }) {
  const [wanted, id] = rest.split('/');
  const at = wanted in PARTS ? wanted : 'concerns';
  return html`<h1>${t('lead.field')}</h1>
    <${Tabs} label=${t('lead.field')} at=${'field/' + at} tabs=${Object.keys(PARTS).map((each) => ({ path: 'field/' + each, title: t('field.' + each) }))} />
    <${PARTS[at]} id=${id} session=${session} />`;
}
