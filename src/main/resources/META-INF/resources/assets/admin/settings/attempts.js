import { html } from '../../lib.js';
import { count, time } from '../../format.js';
import { Paged } from '../../parts/more.js';
import { Listing } from '../../parts/listing.js';
import { t, word } from '../../words.js';

/** What was sent to a receiver, the latest first. */
export const Attempts = ({ path, zone, turn }) => html`<${Paged} path=${`${path}/attempts`} query=${{ limit: 25 }} turn=${turn}>${(rows, again) => html`
  <${Listing} caption=${t('subscriptions.attempts')} heads=${[t('attempts.told'), t('attempts.event'), t('attempts.state'), t('attempts.made')]}
    rows=${rows.map((row) => [time(row.told_at, zone), word('told_event', row.event), state(row, zone), count(row.attempts)])} />
  <p><button type="button" onClick=${again}>${t('attempts.again')}</button></p>`}<//>`;

function state(row, zone) {
  const why = [row.last_failure && word('failure', row.last_failure), row.last_status].filter(Boolean).join(', ');
  const next = row.next_attempt ? t('attempts.next', { when: time(row.next_attempt, zone) }) : '';
  return [word('attempt', row.state), why, next].filter(Boolean).join('; ');
}
