import { html, useEffect, useRef, useState } from '../lib.js';
import { t } from '../words.js';
import { coloursOf } from './colours.js';
import { framed } from './frame.js';

/** Asked for once, and only when a chart comes into sight: words are there before it. */
let library;
const echarts = () => (library ||= import('/_static/echarts/dist/echarts.esm.min.js'));

/**
 * A drawing of what the table beside it says. `draw(colours)` answers an option of ECharts; `told` is what is read out in its
 * place; `rows` makes it as tall as so many rows want.
 */
export function Chart({ draw, told, rows }) {
  const place = useRef();
  const now = useRef({});
  const [failed, setFailed] = useState(false);
  now.current.paint = () => {
    if (!now.current.chart) return;
    const colours = coloursOf(place.current);
    now.current.chart.setOption(framed(draw(colours), colours, place.current, told), true);
  };

  useEffect(() => {
    let gone = false;
    const paint = () => now.current.paint();
    const start = () => echarts().then((drawing) => {
      if (gone) return;
      now.current.chart = drawing.init(place.current, null, { renderer: 'canvas' });
      paint();
    }).catch(() => setFailed(true));
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      start();
    }, { rootMargin: '200px' });
    seen.observe(place.current);
    const sized = new ResizeObserver(() => {
      now.current.chart?.resize();
      paint();
    });
    sized.observe(place.current);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', paint);
    return () => {
      gone = true;
      seen.disconnect();
      sized.disconnect();
      scheme.removeEventListener('change', paint);
      now.current.chart?.dispose();
      now.current.chart = undefined;
    };
  }, []);
  useEffect(() => now.current.paint());

  if (failed) return html`<p class="note">${t('figure.not_drawn')}</p>`;
  return html`<div class="chart" role="img" aria-label=${told} ref=${place}
    style=${rows ? { height: `${rows * 3 + 7}rem` } : undefined}></div>`;
}
