import { count, day, percent } from '../format.js';
import { html } from '../lib.js';
import { t } from '../words.js';

/** How well leadership as a whole listens, in sentences: no leader is measured, and no rep. */
export function ListeningScore({ heard }) {
  const since = day(heard.since);
  const says = (key, number, more = {}) => t(key, { count: number, number: count(number), ...more });
  const sentences = [
    heard.raised === 0 ? t('listening.none', { since }) : says('listening.answered', heard.answered, { raised: count(heard.raised), since }),
    heard.median_days_to_answer !== undefined && (heard.median_days_to_answer < 1 ? t('listening.same_day') : says('listening.days', heard.median_days_to_answer)),
    heard.answered_share !== undefined && t('listening.in_time', { share: percent(heard.answered_share) }),
    heard.standing > 0 && says('listening.standing', heard.standing),
    heard.acted > 0 && says('listening.acted', heard.acted),
    heard.conceded > 0 && says('listening.conceded', heard.conceded),
    heard.disputes.ever > 0 && says('listening.disputes', heard.disputes.ever, { right: count(heard.disputes.field_was_right), open: count(heard.disputes.open) }),
    heard.field_right_share !== undefined && t('listening.field_right', { share: percent(heard.field_right_share) }),
    heard.thanked > 0 && says('listening.thanked', heard.thanked),
    heard.signals.opened > 0 && says('listening.signals', heard.signals.answered, { opened: count(heard.signals.opened), overdue: count(heard.signals.overdue) }),
  ].filter(Boolean);
  return html`<ul class="told">${sentences.map((sentence) => html`<li><p>${sentence}</p></li>`)}</ul>
    <p class="hint">${t('listening.hint')}</p>`;
}
