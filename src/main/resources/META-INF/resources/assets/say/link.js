/** What a link of a CRM carries, behind the `#`: browsers send that part to no server. */
const CARRIED = ['source', 'deal', 'product', 'segment', 'region', 'competitor', 'quoted', 'currency', 'closed'];

/** `{text, ..}` of a link that carries anything, or null. It fills fields in; it never writes the note. */
export function readLink() {
  const told = new URLSearchParams(location.hash.replace(/^#/, ''));
  if (location.hash.startsWith('#/') || !CARRIED.some((name) => told.has(name))) return null;
  const link = { text: location.hash };
  for (const name of CARRIED) link[name] = (told.get(name) || '').trim().slice(0, 200);
  return link;
}

/** Once it is used up, so that loading the page anew does not begin the same deal again. */
export function dropLink() {
  if (readLink()) history.replaceState(null, '', location.pathname);
}
