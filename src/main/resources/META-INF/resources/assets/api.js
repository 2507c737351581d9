/** The public API, and nothing else: every figure on a page is an answer of it. */

/** Who asks; says with each request that a page of ours does. */
const PAGE = location.pathname === '/say' ? 'say' : 'lead';

/** What the API refused, in its own words (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || String(status));
    this.status = status;
    this.code = body.code || 'unreachable';
    this.title = body.title || '';
    this.detail = body.detail || '';
    this.errors = body.errors || [];
  }
}

/** The address of a question, as a link or for fetch. Lists become repeated parameters; what is absent is left out. */
export function address(path, query = {}) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== null && each !== '') asked.append(name, each);
    }
  }
  const text = asked.toString();
  return '/v1' + path + (text ? '?' + text : '');
}

/**
 * One request.
 * @returns {Promise<{body: any, etag: string|null, status: number}>}
 * @throws {Problem}
 */
export async function ask(method, path, { query, body, headers = {}, type = 'application/json' } = {}) {
  let answer;
  try {
    answer = await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Groundswell-Page': PAGE,
        ...(body === undefined ? {} : { 'Content-Type': type }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch (unreachable) {
    throw new Problem(0, { detail: '' });
  }
  const told = answer.headers.get('Content-Type') || '';
  const content = told.includes('json') ? await answer.json() : await answer.text();
  if (!answer.ok) {
    // whoever asks who is here wants to know, and need not be told
    if (answer.status === 401 && path !== '/session') dispatchEvent(new Event('groundswell:signed-out'));
    throw new Problem(answer.status, typeof content === 'object' ? content : {});
  }
  return { body: content, etag: answer.headers.get('ETag'), status: answer.status };
}

export const get = async (path, query) => (await ask('GET', path, { query })).body;

/** Something new. The same `once` makes a second press of the button harmless. */
export const post = async (path, body, once, options = {}) =>
  (await ask('POST', path, { ...options, body, headers: { ...options.headers, ...(once ? { 'Idempotency-Key': once } : {}) } })).body;

/** Of one thing that is about to be sent. */
export const newOnce = () => crypto.randomUUID();

/** All pages of a list, up to a bound that no screen can show anyway. */
export async function all(path, query = {}, most = 1000) {
  const items = [];
  let cursor;
  do {
    const page = await get(path, { limit: 200, ...query, cursor });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor && items.length < most);
  return items;
}
