import { html, useState } from '../lib.js';

let made = 0;

/** A label, the field that it names, and a hint that is read with it. What somebody types goes to `set`. */
export function Field({ label, hint, as = 'input', set, children, ...rest }) {
  const [id] = useState(() => `field-${++made}`);
  const told = { [as === 'select' ? 'onChange' : 'onInput']: (event) => set(event.target.value) };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <${as} id=${id} aria-describedby=${hint ? id + '-hint' : undefined} ...${told} ...${rest}>${children}<//>
    ${hint && html`<p id=${id + '-hint'} class="hint">${hint}</p>`}
  </div>`;
}

/** One of several; `options` are pairs of what is sent and what is read. */
export const Choice = ({ options, value, ...rest }) => html`<${Field} as="select" value=${value} ...${rest}>
  ${options.map(([key, text]) => html`<option value=${key} selected=${key === value}>${text}</option>`)}
<//>`;

export const Tick = ({ label, name, value, set }) => html`<label class="tick">
  <input type="checkbox" name=${name} checked=${value} onChange=${(event) => set(event.target.checked)} /> ${label}
</label>`;

/** What stands in a form. `bind(name)` ties a field to it. */
export function useForm(start) {
  const [values, put] = useState(start);
  const bind = (name) => ({ name, value: values[name] ?? '', set: (value) => put((before) => ({ ...before, [name]: value })) });
  return { values, bind };
}

/** What was filled in; an empty field is one that says nothing. */
export const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

/** What differs from before, as a merge patch: an emptied field is cleared. */
export const changed = (before, values) => Object.fromEntries(Object.entries(values)
  .filter(([name, value]) => value !== (before[name] ?? ''))
  .map(([name, value]) => [name, value === '' ? null : value]));
