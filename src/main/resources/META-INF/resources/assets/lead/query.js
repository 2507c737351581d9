/** What a page is asked, in the fragment of its address, so that a link can be shared: `#/market/prices?product=core&interval=quarter`. */

/** What trends and prices can be filtered by. A seller is not among them. */
export const DIMENSIONS = ['product', 'segment', 'region', 'competitor', 'source'];
export const INTERVALS = ['day', 'week', 'month', 'quarter', 'year'];
const SPAN = ['since', 'until', 'interval'];

/** The part of it that is a question to the API. */
export function marketOf(query) {
  const asked = new URLSearchParams(query);
  return {
    ...Object.fromEntries(SPAN.map((name) => [name, asked.get(name) || undefined])),
    ...Object.fromEntries(DIMENSIONS.map((name) => [name, asked.getAll(name)])),
  };
}

/** The same question with one thing asked otherwise; an empty list or text is asked no longer. */
export function withAsked(query, name, value) {
  const asked = new URLSearchParams(query);
  asked.delete(name);
  for (const each of [value].flat()) if (each) asked.append(name, each);
  return asked.toString();
}

export const link = (path, query = '') => '#/' + path + (query ? '?' + query : '');

export const go = (path, query) => { location.hash = link(path, query); };
