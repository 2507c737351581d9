import { ask, get, post } from './api.js';

/** Half of the time that a session lasts: one that is used is renewed, so that nobody who comes back has to sign in again. */
const RENEW_BEFORE = 15 * 24 * 60 * 60 * 1000;

const with_ = (key) => ({ headers: { Authorization: 'Bearer ' + key } });

/** Who is here, or null. */
export async function whoAmI() {
  try {
    const session = await get('/session');
    if (session.expires_at && Date.parse(session.expires_at) - Date.now() < RENEW_BEFORE) {
      return await post('/session').catch(() => session);
    }
    return session;
  } catch (problem) {
    if (problem.status === 401 || problem.status === 403) return null;
    throw problem;
  }
}

/** Of the key that somebody signed in with on this page; undefined where a cookie was there already. */
let mark;

const markOf = async (key) => String(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))));

/**
 * The key is sent once and kept nowhere here: from then on a cookie speaks that no script reads. Whoever signs in where
 * the session of another has ended, or may be another, finds nothing of what was typed before.
 */
export async function signIn(key) {
  const session = await post('/session', undefined, undefined, with_(key.trim()));
  const before = mark;
  mark = await markOf(key.trim());
  if (mark !== before) dispatchEvent(new Event('groundswell:somebody-else'));
  return session;
}

/** Joins with an invite, and signs in with the key that it made. The caller shows the key, which nobody sees again. */
export async function join(code) {
  const made = await post(`/invites/${encodeURIComponent(code.trim())}/accept`);
  await signIn(made.key);
  return made.key;
}

/** The page is loaded anew, so that nothing of what somebody typed is left in its memory. */
export async function signOut() {
  await ask('DELETE', '/session');
  location.replace(location.pathname);
}
