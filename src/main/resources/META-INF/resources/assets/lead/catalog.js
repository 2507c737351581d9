import { all } from '../api.js';
import { word } from '../words.js';
import { DIMENSIONS } from './query.js';

/** Products, segments, regions, competitors and sources, as far as they can still be chosen. */
export const marketValues = async () => Object.fromEntries(await Promise.all(DIMENSIONS.map(async (dimension) =>
  [dimension, (await all(`/${dimension}s`)).filter((value) => !value.merged_into)])));

/** What reasons, groups of reasons and market values are called: a function of their keys. */
export async function labels() {
  const [reasons, values] = await Promise.all([all('/reasons'), marketValues()]);
  const known = new Map([
    ...Object.values(values).flat().map(({ key, label }) => [key, label]),
    ...reasons.map(({ code, label }) => [code, label]),
  ]);
  return (key) => known.get(key) || word('reason_group', key);
}
