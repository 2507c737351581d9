/** What is said about what was said in confidence: concerns, questions, one's own reports, answers, promises. */
export default {
  'fate.waiting': 'Waiting for its period to end',
  'fate.carried_over': 'Carried over: too few people spoke, so it waits for the next period',
  'fate.released': 'Told among others',
  'fate.discarded': 'Discarded untold: too few people spoke, four periods in a row',
};
