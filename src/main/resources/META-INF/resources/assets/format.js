import { locale } from './words.js';

/** Numbers, money and days, as the reader's country writes them. */

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const finer = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const distance = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

export const count = (number) => whole.format(number);
export const percent = (share) => percents.format(share);
export const percent1 = (share) => finer.format(share);

/** A difference of two shares, in percentage points. */
export const difference = (share) => `${points.format(share * 100)} pp`;

/** How far apart two shares are, in percentage points. */
export const apart = (share) => distance.format(Math.abs(share) * 100);

/** Amounts are texts in the API, so that no cent is lost; they are rounded for reading alone. */
export const money = ({ amount, currency }, digits = 0) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits }).format(Number(amount));

/** A day of the API (`2026-11-20`), which lies in no zone. */
export const day = (text, options = { day: 'numeric', month: 'short', year: 'numeric' }) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(text + 'T00:00:00Z'));

export const month = (text) => day(text, { month: 'short', year: 'numeric' });

/** A time of the API, in the workspace's zone. */
export const time = (text, zone) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(text));
