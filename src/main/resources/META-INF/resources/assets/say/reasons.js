import { html } from '../lib.js';
import { t, word } from '../words.js';

export const offered = (list) => list.filter((each) => !each.archived && !each.merged_into);

/** In groups, in the order of the taxonomy; a kind of a reason follows it once one of the two is chosen. */
function grouped(reasons, chosen) {
  const parent = reasons.find((each) => each.code === chosen)?.parent || chosen;
  const top = reasons.filter((each) => !reasons.some((other) => other.code === each.parent));
  const groups = new Map();
  for (const reason of top) {
    const kinds = reasons.filter((each) => each.parent === reason.code && each.parent === parent);
    groups.set(reason.group, [...(groups.get(reason.group) || []), reason, ...kinds]);
  }
  return [...groups];
}

/** The one that weighed most: a touch, and nothing more is asked. */
export function ReasonChoice({ reasons, draft, change }) {
  return html`<fieldset class="reasons">
    <legend class="first">${t('say.reason')}</legend>
    ${grouped(reasons, draft.reason).map(([group, own]) => html`<div role="group" aria-label=${word('group', group)} class="group" key=${group}>
      <p class="group-name" aria-hidden="true">${word('group', group)}</p>
      <div class="tiles">${own.map((each) => html`<label class=${each.parent ? 'tile kind' : 'tile'} key=${each.code}>
        <input type="radio" name="reason" value=${each.code} checked=${draft.reason === each.code}
          onChange=${() => change({ reason: each.code })} /> <span>${each.label}</span>
      </label>`)}</div>
    </div>`)}
  </fieldset>`;
}

/** Up to four others. */
export function AlsoChoice({ reasons, draft, change }) {
  const full = draft.also.length >= 4;
  const turn = (code) => change((now) => ({ also: now.also.includes(code) ? now.also.filter((each) => each !== code) : [...now.also, code] }));
  return html`<fieldset>
    <legend>${t('say.also.title')}</legend>
    <p class="hint">${t('say.also.hint')}</p>
    <div class="tiles">${reasons.filter((each) => each.code !== draft.reason).map((each) => html`<label class="tile small" key=${each.code}>
      <input type="checkbox" name="also" value=${each.code} checked=${draft.also.includes(each.code)}
        disabled=${full && !draft.also.includes(each.code)} onChange=${() => turn(each.code)} /> <span>${each.label}</span>
    </label>`)}</div>
  </fieldset>`;
}
