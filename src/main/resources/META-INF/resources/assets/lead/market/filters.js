import { html } from '../../lib.js';
import { useAnswer } from '../../parts/load.js';
import { t, word } from '../../words.js';
import { marketValues } from '../catalog.js';
import { DIMENSIONS, INTERVALS, go, link, marketOf, withAsked } from '../query.js';

/** What part of the market, and when. Whatever is chosen goes into the address. */
export function Filters({ path, query }) {
  const values = useAnswer(marketValues);
  const asked = marketOf(query);
  const change = (name, value) => go(path, withAsked(query, name, value));
  const dated = (name) => html`<div><label for=${name}>${t('filters.' + name)}</label>
    <input id=${name} type="date" value=${asked[name] || ''} onChange=${(event) => change(name, event.target.value)} /></div>`;
  return html`<section class="card" aria-label=${t('filters.title')}><div class="filters">
    ${dated('since')}${dated('until')}
    <div><label for="interval">${t('filters.interval')}</label>
      <select id="interval" value=${asked.interval || 'month'} onChange=${(event) => change('interval', event.target.value)}>
        ${INTERVALS.map((interval) => html`<option value=${interval}>${word('interval', interval)}</option>`)}</select></div>
    ${DIMENSIONS.map((dimension) => html`<${Choice} key=${dimension} dimension=${dimension} chosen=${asked[dimension]}
      values=${values.answer?.[dimension] || []} change=${change} />`)}
    ${query && html`<a href=${link(path)}>${t('filters.clear')}</a>`}
  </div></section>`;
}

/** Any of several values of a dimension. One that the catalog does not know is shown all the same: the API says what it thinks of it. */
function Choice({ dimension, chosen, values, change }) {
  const listed = [...values, ...chosen.filter((key) => !values.some((value) => value.key === key)).map((key) => ({ key, label: key }))];
  const said = chosen.length === 0 ? t('filters.all')
    : chosen.length === 1 ? listed.find((value) => value.key === chosen[0]).label : t('filters.chosen', { number: chosen.length });
  const toggle = (key, on) => change(dimension, on ? [...chosen, key] : chosen.filter((each) => each !== key));
  const left = (event) => { if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false; };
  const escaped = (event) => {
    if (event.key !== 'Escape') return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector('summary').focus();
  };
  return html`<div><details class="choice" data-filter=${dimension} onFocusOut=${left} onKeyDown=${escaped}>
    <summary><span>${word('dimension', dimension)}: ${said}</span></summary>
    <div class="options" tabindex="-1">${listed.length === 0 ? html`<p class="hint">${t('filters.none')}</p>` : listed.map((value) => html`
      <label><input type="checkbox" checked=${chosen.includes(value.key)}
        onChange=${(event) => toggle(value.key, event.target.checked)} />${value.label}</label>`)}</div>
  </details></div>`;
}
