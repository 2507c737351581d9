import { html, render } from '../lib.js';
import { Shell } from '../parts/shell.js';
import { leadPages } from './pages.js';

render(html`<${Shell} pages=${leadPages} />`, document.getElementById('page'));
