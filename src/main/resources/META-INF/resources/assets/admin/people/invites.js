import { html, useState } from '../../lib.js';
import { all, ask, post } from '../../api.js';
import { day, time } from '../../format.js';
import { SureButton } from '../../parts/button.js';
import { onSubmit, useDeed } from '../../parts/deed.js';
import { Choice, useForm } from '../../parts/form.js';
import { Loaded, useAnswer } from '../../parts/load.js';
import { ShownOnce } from '../../parts/once.js';
import { ProblemNote } from '../../parts/problem.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

const ROLES = ['rep', 'leader', 'admin'].map((role) => [role, word('member_role', role)]);

/** A link that nobody has to explain: the code stands behind the #, which browsers tell no server. */
const link = ({ role, code }) => `${location.origin}${role === 'rep' ? '/say' : '/'}#invite=${code}`;

export function Invites({ session }) {
  const { values, bind } = useForm({ role: 'rep' });
  const [made, show] = useState();
  const deed = useDeed();
  const invites = useAnswer(() => all('/invites'), made?.id);
  const invite = () => deed.run(async (once) => show(await post('/invites', values, once)));
  return html`<p>${t('invites.lead')}</p>
    ${made
      ? html`<${ShownOnce} title=${t('invites.made')} text=${t('invites.made_lead', { until: time(made.expires_at, session.zone) })} value=${link(made)} name="invite"
          done=${() => show(undefined)}><p>${t('invites.code')} <code>${made.code}</code></p><//>`
      : html`<form class="form" onSubmit=${onSubmit(invite)}>
          <${Choice} label=${t('invites.role')} options=${ROLES} ...${bind('role')} />
          <${ProblemNote} problem=${deed.problem} />
          <p><button class="main" disabled=${deed.waiting}>${t('invites.make')}</button></p>
        </form>`}
    <h2>${t('people.invites')}</h2>
    <${Loaded} of=${invites}>${(rows) => html`<${Listing} caption=${t('people.invites')} empty=${t('invites.none')}
      heads=${[t('invites.role'), t('invites.created'), t('invites.state'), '']}
      rows=${openFirst(rows).map((row) => [word('member_role', row.role), time(row.created_at, session.zone), state(row, session.zone),
        !row.accepted_on && html`<${SureButton} text=${t('invites.withdraw')} question=${t('invites.withdraw_sure')} sure=${t('invites.withdraw_yes')}
          act=${() => ask('DELETE', `/invites/${row.id}`).then(invites.again)} />`])} />`}<//>`;
}

/** The open ones are those that something can be done about. */
const openFirst = (rows) => [...rows.filter((row) => !row.accepted_on), ...rows.filter((row) => row.accepted_on)];

function state(invite, zone) {
  if (invite.accepted_on) return t('invites.accepted', { day: day(invite.accepted_on) });
  const until = time(invite.expires_at, zone);
  return Date.parse(invite.expires_at) < Date.now() ? t('invites.over', { until }) : t('invites.open', { until });
}
