import { day } from '../format.js';
import { t } from '../words.js';

const MONTHS = { month: 1, quarter: 3, year: 12 };

/** A bucket of a trend in the reader's words, from its first day. */
export function bucketName(interval, start) {
  if (interval === 'month') return day(start, { month: 'short', year: 'numeric' });
  if (interval === 'year') return start.slice(0, 4);
  if (interval === 'quarter') return t('time.quarter', { quarter: Math.ceil(Number(start.slice(5, 7)) / 3), year: start.slice(0, 4) });
  return day(start);
}

/** A month of the API, `2026-10`. */
export const monthName = (text) => bucketName('month', text + '-01');

/** The first day after a bucket that starts on this day, were it whole. */
function after(interval, start) {
  const at = new Date(start + 'T00:00:00Z');
  if (interval in MONTHS) return new Date(Date.UTC(at.getUTCFullYear(), (Math.floor(at.getUTCMonth() / MONTHS[interval]) + 1) * MONTHS[interval], 1));
  const days = interval === 'day' ? 1 : 7 - ((at.getUTCDay() + 6) % 7);
  return new Date(at.getTime() + days * 86_400_000);
}

/** Whether all days of a bucket are in an answer that ends on `until`. */
export const isWhole = (interval, start, until) => after(interval, start) <= new Date(Date.parse(until + 'T00:00:00Z') + 86_400_000);
