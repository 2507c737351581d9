import en from './words/en.js';

/** A language is one more file of words, and one more line here. */
const LANGUAGES = { en };

const spoken = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in LANGUAGES) || 'en';
const words = LANGUAGES[spoken];
const plural = new Intl.PluralRules(spoken);

document.documentElement.lang = spoken;

/** The language that numbers and dates are told in: of the reader's own country, where it is one of ours. */
export const locale = navigator.languages.find((tag) => tag.startsWith(spoken)) || spoken;

/**
 * The words of a key. `{name}` is filled in; of `{one: .., other: ..}` the form that fits `count` is taken.
 * A key without words is shown as it is: a missing word is seen, and no page fails for it.
 */
export function t(key, values = {}) {
  const found = words[key];
  if (found === undefined) return key;
  const text = typeof found === 'string' ? found : found[plural.select(values.count)] || found.other;
  return text.replace(/\{(\w+)}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Words for a code of the API, or the code itself, readable: clients must take codes that they do not know. */
export function word(kind, code) {
  const found = words[`${kind}.${code}`];
  return found === undefined ? String(code).replaceAll('_', ' ') : found;
}
