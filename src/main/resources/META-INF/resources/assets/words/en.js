import admin from './en.admin.js';
import lead from './en.lead.js';
import say from './en.say.js';

/** What every page says. */
const everywhere = {
  'app.name': 'Groundswell',
  'app.skip': 'Skip to the content',
  'app.loading': 'One moment …',
  'app.sign_out': 'Sign out',
  'app.menu': 'Menu',
  'problem.unreachable': 'The service cannot be reached. Nothing of what you wrote is lost; try again.',
  'problem.forbidden': 'Your role may not do that.',
  'problem.again': 'Try again',
  'sign_in.title': 'Sign in',
  'sign_in.lead': 'With your key, or with the invite that an admin gave you. Nobody but you has your key.',
  'sign_in.field': 'Key or invite code',
  'sign_in.hint': 'It begins with gsw_ or gsi_.',
  'sign_in.go': 'Sign in',
  'sign_in.neither': 'This is neither a key nor an invite code.',
  'sign_in.wrong': 'This key is not known here, was revoked or has ended.',
  'sign_in.used': 'This invite is not known here, was accepted already or has ended. Ask for another.',
  'sign_in.demo': 'Trying it out? The demo’s keys are in groundswell-data/demo-keys.json, beside the service.',
  'joined.title': 'You are in',
  'joined.lead':
    'This is your own key. Keep it where you keep passwords: with it you sign in on another device, and nobody can give it to you again.',
  'joined.copy': 'Copy the key',
  'joined.copied': 'Copied',
  'joined.go': 'I have it',
  'table.empty': 'Nothing here yet',
  'topic.price_too_high': 'Price too high',
  'topic.product_not_competitive': 'Product not competitive',
  'topic.quota_too_high': 'Quota too high',
  'topic.market_shift': 'The market shifts',
  'topic.territory': 'Territory',
  'topic.policy': 'Policy',
  'topic.other': 'Something else',
  'verdict.supported': 'The records agree',
  'verdict.contradicted': 'The records say otherwise',
  'verdict.unmeasured': 'The records cannot say',
  'share.interval': 'between {low} and {high}',
};

export default { ...everywhere, ...say, ...lead, ...admin };
