/** What every chart has in common: letters and lines of the page, room for its legend, tips on the canvas, patterns beside colours. */

const pen = document.createElement('canvas').getContext('2d');

function legendRows(names, width, size) {
  pen.font = `${size}px sans-serif`;
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const wide = pen.measureText(name).width + 45;
    if (used + wide > width && used > 0) {
      rows++;
      used = 0;
    }
    used += wide;
  }
  return rows;
}

/** Adds the frame to an option; `legend` are the names in it. The Content-Security-Policy forbids tips in HTML, so they are drawn. */
export function framed({ legend, ...option }, colours, place, told) {
  const size = Math.round(parseFloat(getComputedStyle(place).fontSize) * 0.8);
  const text = { color: colours.ink, fontSize: size, fontFamily: 'system-ui, sans-serif' };
  const axis = (each) => ({
    ...each,
    nameTextStyle: text,
    axisLabel: { color: colours.ink, fontSize: size, hideOverlap: true, ...each.axisLabel },
    axisLine: { lineStyle: { color: colours.soft } },
    axisTick: { lineStyle: { color: colours.soft } },
    splitLine: { show: each.type === 'value', lineStyle: { color: colours.line } },
  });
  const top = legend ? legendRows(legend, place.clientWidth, size) * (size + 14) + 12 : 14;
  return {
    animation: false,
    textStyle: text,
    color: colours.series,
    aria: { enabled: true, label: { description: told }, decal: { show: true } },
    legend: legend && { data: legend, textStyle: text, left: 0, top: 0, itemGap: 12 },
    grid: { left: 8, right: 16, top, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    ...option,
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true,
      backgroundColor: colours.raised, borderColor: colours.soft, textStyle: text, ...option.tooltip,
    },
    xAxis: axis(option.xAxis),
    yAxis: axis(option.yAxis),
  };
}
