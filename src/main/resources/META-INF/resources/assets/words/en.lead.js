import field from './en.field.js';
import figure from './en.figure.js';
import market from './en.market.js';
import signals from './en.signals.js';

/** What the pages of `lead` say. */
const lead = {
  'lead.briefing': 'Briefing',
  'lead.market': 'Market',
  'lead.signals': 'Signals',
  'lead.field': 'Field',
  'lead.unmapped': 'Unmapped',
  'briefing.title': 'This week',
  'briefing.span': 'From {since} to {until} ({zone}).',
  'briefing.new': 'What is new',
  'briefing.due': 'What you owe an answer to',
  'briefing.gaps': 'What the data do not know',
  'briefing.nothing_new': 'Nothing has changed this week, as far as can be shown. That may also mean that there is not enough evidence.',
  'briefing.evidence': 'See what was looked at',
  'briefing.nothing_due': 'Nothing is waiting for an answer.',
  'briefing.quoted': '“{words}”',
  'briefing.cleared': 'No longer found:',
  'briefing.told': 'What the field said in {period} has been told.',
  'briefing.surfaced': 'has surfaced: {people} people or more stand behind it.',
  'briefing.surfaced_by_choice': 'has surfaced, because its author chose so.',
  'briefing.by': 'Answer by {day}.',
  'briefing.late': 'The answer was due on {day}.',
  'briefing.stands': 'The answer was due on {day}: until there is one, the field’s word stands.',
  'gaps.no_deals': 'No deal that was lost in the last 90 days has been told. Is a CRM connected?',
  'gaps.none': { one: 'The {lost} deal that was lost in the last 90 days tells all that is counted.', other: 'All {lost} deals that were lost in the last 90 days tell what is counted.' },
  'gaps.unmapped': { one: '{number} of {lost} lost deals ({share}) gives its reason in words that nobody has mapped yet.', other: '{number} of {lost} lost deals ({share}) give their reason in words that nobody has mapped yet.' },
  'gaps.unmapped_link': 'See these words',
  'gaps.unknown': { one: '{number} of {lost} lost deals ({share}) has no reason.', other: '{number} of {lost} lost deals ({share}) have no reason.' },
  'gaps.unknown_link': 'See it over time',
  'gaps.needs_enrichment': { one: '{number} of {lost} lost deals ({share}) lacks its closing date or a currency.', other: '{number} of {lost} lost deals ({share}) lack their closing date or a currency.' },
  'listening.title': 'How well leadership listens',
  'listening.none': 'No concern has surfaced since {since}, so there is nothing to measure yet.',
  'listening.answered': 'Concerns that surfaced since {since}: {raised}; answered: {number}.',
  'listening.same_day': 'Half of the first answers came on the day itself.',
  'listening.days': { one: 'Half of the first answers came within {number} day.', other: 'Half of the first answers came within {number} days.' },
  'listening.in_time': 'Of those that are answered or overdue, {share} are answered.',
  'listening.standing': { one: '{number} was not answered in time: there the field’s word stands.', other: '{number} were not answered in time: there the field’s word stands.' },
  'listening.acted': 'Because of {number} of them something was changed.',
  'listening.conceded': 'Of {number} of them leadership said: we were wrong.',
  'listening.disputes': { one: '{number} was disputed: the field was right after all in {right}, and {open} are still open.', other: '{number} were disputed: the field was right after all in {right}, and {open} are still open.' },
  'listening.field_right': 'The field was right in {share} of what is decided or overdue.',
  'listening.thanked': 'The field was thanked for {number} of them.',
  'listening.signals': 'Signals since then: {opened}; answered: {number}; overdue: {overdue}.',
  'listening.hint': 'Leaders who listen are wrong about half of the time. Leadership is measured as a whole; everybody reads the same.',
};

export default { ...lead, ...figure, ...market, ...signals, ...field };
