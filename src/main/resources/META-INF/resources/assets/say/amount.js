/**
 * The amount that somebody means, as the API takes it (`48000.00`), or undefined where it is none.
 * The last point or comma parts decimals, unless three digits follow it: then it parts thousands.
 */
export function amount(text) {
  const plain = text.replace(/[\s'’]/gu, '');
  if (!/^\d[\d.,]*$/.test(plain)) return undefined;
  const at = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const decimals = at < 0 ? '' : plain.slice(at + 1);
  const thousands = at >= 0 && /^\d{1,3}([.,]\d{3})+$/.test(plain);
  const whole = (at < 0 || thousands ? plain : plain.slice(0, at)).replace(/[.,]/g, '');
  const said = thousands || decimals === '' ? whole : `${whole}.${decimals}`;
  return /^\d{1,15}(\.\d{1,4})?$/.test(said) ? said : undefined;
}
