import { html } from '../../lib.js';
import { t } from '../../words.js';
import { Places } from '../places.js';
import { Erasure } from './erasure.js';
import { Invites } from './invites.js';
import { Keys } from './keys.js';
import { Members } from './members.js';

const PLACES = [
  { path: 'invites', title: t('people.invites'), Show: Invites },
  { path: 'members', title: t('people.members'), Show: Members },
  { path: 'keys', title: t('people.keys'), Show: Keys },
  { path: 'erasure', title: t('people.erasure'), Show: Erasure },
];

export const People = ({ at, session }) => html`<h1>${t('admin.people')}</h1>
  <${Places} label=${t('admin.people')} under="admin/people" places=${PLACES} at=${at} session=${session} />`;
