import { html, render } from '../lib.js';
import { Shell } from '../parts/shell.js';
import { sayPages } from './pages.js';

render(html`<${Shell} pages=${sayPages} />`, document.getElementById('page'));
