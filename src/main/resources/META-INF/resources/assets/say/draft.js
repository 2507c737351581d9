import { amount } from './amount.js';

export const PRICES = ['quoted', 'competitor', 'would_have_won'];
export const MARKET = ['product', 'segment', 'region'];

/** An empty account of a loss, or one that a link has begun. */
export const fresh = (link) => ({
  link: link?.text,
  source: link?.source || '',
  deal: link?.deal || '',
  closed: link?.closed || '',
  product: link?.product || '',
  segment: link?.segment || '',
  region: link?.region || '',
  competitor: link?.competitor || '',
  reason: '',
  evidence: '',
  also: [],
  prices: { quoted: link?.quoted || '', competitor: '', would_have_won: '' },
  currency: link?.currency.toUpperCase() || '',
  note: '',
  quotable: false,
  warned: false,
  openly: false,
});

export const namesDeal = (draft) => Boolean(draft.source && draft.deal);

/** What keeps it from being sent: a key of words, or undefined. */
export function missing(draft) {
  if (!draft.reason) return 'say.missing.reason';
  if (draft.openly && !namesDeal(draft)) return 'say.missing.deal';
  const told = PRICES.map((name) => draft.prices[name]).filter(Boolean);
  if (told.some((text) => amount(text) === undefined)) return 'say.missing.amount';
  if (told.length > 0 && !draft.currency) return 'say.missing.currency';
  return undefined;
}

/** The body of `POST /v1/field_reports`. */
export function report(draft) {
  return {
    ...(namesDeal(draft) ? { deal: { source: draft.source, external_id: draft.deal } } : {}),
    ...account(draft),
    ...(draft.competitor ? { competitor: draft.competitor } : {}),
    ...(draft.note.trim() ? { quotable: draft.quotable, warned: draft.warned } : {}),
  };
}

/** The body of `POST /v1/losses`. */
export function loss(draft) {
  return {
    source: draft.source,
    external_id: draft.deal,
    ...(draft.closed ? { closed_on: draft.closed } : {}),
    ...account(draft),
    ...(draft.competitor ? { competitors: [draft.competitor] } : {}),
  };
}

/** What both say alike; what was left empty is not sent, for absent is unknown. */
function account(draft) {
  const prices = PRICES.filter((name) => draft.prices[name]).map((name) => [
    name,
    { amount: amount(draft.prices[name]), currency: draft.currency },
  ]);
  return {
    reasons: [
      { code: draft.reason, ...(draft.evidence ? { evidence: draft.evidence } : {}) },
      ...draft.also.filter((code) => code !== draft.reason).map((code) => ({ code })),
    ],
    ...Object.fromEntries(MARKET.filter((name) => draft[name]).map((name) => [name, draft[name]])),
    ...(prices.length > 0 ? { prices: Object.fromEntries(prices) } : {}),
    ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
  };
}
