import { count, difference, percent1 } from '../format.js';
import { t } from '../words.js';

/** Columns of the tables beside charts, by what they hold. */
export const text = (title, value, show) => ({ title, value, show });
export const number = (title, value) => ({ title, value, show: count, number: true });
export const share = (title, value) => ({ title, value, show: percent1, number: true });
export const points = (title, value) => ({ title, value, show: difference, number: true });

/** A share of the API (`count`, `of`, `share` and its interval) as four columns. */
export const counted = (title, of) => [
  number(title, (row) => of(row)?.count),
  number(t('column.of'), (row) => of(row)?.of),
  share(t('column.share'), (row) => of(row)?.share),
  ...interval((row) => of(row)?.share_low, (row) => of(row)?.share_high),
];

export const interval = (low, high) => [share(t('column.low'), low), share(t('column.high'), high)];
