import { html } from '../lib.js';
import { t } from '../words.js';
import { Answered } from './answered.js';
import { Concerns } from './concerns.js';
import { Mine } from './mine.js';
import { Questions } from './questions.js';
import { Safety } from './safety.js';
import { SayWhy } from './why.js';

const PAGES = { why: SayWhy, concerns: Concerns, questions: Questions, mine: Mine, answered: Answered, safety: Safety };

/** The pages that this role finds here: reps speak, and everybody else is shown the way. */
export function sayPages({ role }) {
  const pages = role === 'rep' ? PAGES : { why: ForReps };
  return Object.entries(pages).map(([path, page]) => ({ path, title: t('nav.' + path), show: () => html`<${page} />` }));
}

const ForReps = () => html`<section class="card">
  <h1>${t('for_reps.title')}</h1>
  <p>${t('for_reps.lead')}</p>
  <p><a href="/">${t('for_reps.go')}</a></p>
</section>`;
