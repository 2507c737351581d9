/** The page's colours as a canvas wants them: a custom property may be one of two, and only the browser knows which holds. */

const SERIES = 6;

function reader(place) {
  const probe = place.appendChild(document.createElement('span'));
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  return { read, done: () => probe.remove() };
}

/** Read anew for each drawing, since the scheme may have changed. */
export function coloursOf(place) {
  const { read, done } = reader(place);
  const colours = {
    ink: read('ink'),
    soft: read('soft'),
    line: read('line'),
    raised: read('raised'),
    rest: read('series-rest'),
    unread: read('series-unread'),
    series: Array.from({ length: SERIES }, (_, i) => read(`series-${i + 1}`)),
  };
  done();
  return colours;
}
