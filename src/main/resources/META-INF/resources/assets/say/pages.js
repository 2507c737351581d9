import { html } from '../lib.js';
import { t } from '../words.js';
import { SayWhy } from './why.js';

/** The pages that this role finds here: reps speak, and everybody else is shown the way. */
export const sayPages = (session) =>
  session.role === 'rep'
    ? [{ path: 'why', title: t('nav.why'), show: () => html`<${SayWhy} />` }]
    : [{ path: 'why', title: t('nav.why'), show: () => html`<${ForReps} />` }];

const ForReps = () => html`<section class="card">
  <h1>${t('for_reps.title')}</h1>
  <p>${t('for_reps.lead')}</p>
  <p><a href="/">${t('for_reps.go')}</a></p>
</section>`;
