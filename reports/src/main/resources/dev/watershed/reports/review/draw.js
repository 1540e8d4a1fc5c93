/* Elements and small drawings. Texts become text nodes, never markup. */
const SVG = 'http://www.w3.org/2000/svg';
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
};
const svg = (name, attributes, ...children) => {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
};

/* From heights in pixels. */
const sparkline = heights => {
  if (!heights || heights.length < 2) {
    return '';
  }
  let open = false;
  const path = heights.map((height, at) => {
    if (height === null) {
      open = false;
      return '';
    }
    const x = (Math.round(1000 * at / (heights.length - 1)) / 10).toFixed(1);
    const point = (open ? 'L' : 'M') + x + ' ' + (19 - height).toFixed(1);
    open = true;
    return point;
  }).join('');
  return svg(
    'svg',
    { class: 'spark', viewBox: '0 0 100 20', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: path }));
};

/* Executions by how long they took, of whole decades: bucket n ends at 10 µs · 10^(n/50), five bars a decade, and one for all below 10 µs. */
const BARS_PER_DECADE = 5;
const BAR_WIDTH = 26;
const BAR_HEIGHT = 84;
const histogram = pairs => {
  const bars = new Map();
  for (let at = 0; at < pairs.length; at += 2) {
    const bar = Math.ceil(pairs[at] / 10) - 1;
    bars.set(bar, (bars.get(bar) || 0) + pairs[at + 1]);
  }
  const edge = bar => micros(10 * 10 ** (bar / BARS_PER_DECADE));
  const first = Math.floor(Math.min(...bars.keys()) / BARS_PER_DECADE) * BARS_PER_DECADE;
  const last = Math.ceil((Math.max(...bars.keys()) + 1) / BARS_PER_DECADE) * BARS_PER_DECADE;
  const most = Math.max(...bars.values());
  const width = (last - first) * BAR_WIDTH;
  const floor = BAR_HEIGHT + 14;
  const drawing = svg('svg', {
    class: 'histogram',
    viewBox: '-24 0 ' + (width + 48) + ' ' + (floor + 22),
    width: width + 48,
    height: floor + 22,
    role: 'img',
    'aria-label': say('histogram'),
  });
  for (let bar = first; bar < last; bar++) {
    const calls = bars.get(bar) || 0;
    const x = (bar - first) * BAR_WIDTH;
    if (calls) {
      const height = Math.max(1, BAR_HEIGHT * calls / most);
      drawing.append(
        svg('rect', { class: 'bar', x: x + 1, y: floor - height, width: BAR_WIDTH - 2, height },
          svg('title', {}, (bar < 0 ? '<' : edge(bar) + '–') + edge(bar + 1) + ': ' + count(calls))),
        svg('text', { x: x + BAR_WIDTH / 2, y: floor - height - 4, 'text-anchor': 'middle' }, count(calls)));
    }
  }
  drawing.append(svg('path', { class: 'rule', d: 'M0 ' + floor + 'H' + width }));
  for (let bar = first; bar <= last; bar += BARS_PER_DECADE) {
    const x = (bar - first) * BAR_WIDTH;
    drawing.append(
      svg('path', { class: 'rule', d: 'M' + x + ' ' + floor + 'v4' }),
      svg('text', { x, y: floor + 16, 'text-anchor': 'middle' }, edge(bar)));
  }
  return make('section', { class: 'part' }, make('h3', {}, say('histogram')), make('figure', {}, drawing));
};

/* A chart over time in which one can zoom. */
const timeChart = (figure, data) => {
  const length = Math.max(...data.lines.map(line => line.values.length));
  const times = Array.from({ length }, (unused, at) => data.start + at * data.step);
  const style = getComputedStyle(document.documentElement);
  const ink = name => style.getPropertyValue(name).trim();
  const colours = ['--accent', '--mark', '--soft', '--second', '--third'].map(ink);
  const drawn = figure.querySelector('.drawn');
  const width = drawn.clientWidth;
  drawn.replaceChildren();
  const series = [{ value: (chart, seconds) => (seconds === null ? '' : moment(seconds)), label: say('time') }];
  data.lines.forEach((line, at) =>
    series.push({
      label: line.label,
      stroke: colours[at % colours.length],
      width: 1.4,
      dash: at < colours.length ? undefined : [4, 3],
      value: (chart, value) => (value === null ? UNKNOWN : ratio(value)),
    }));
  const marks = {
    hooks: {
      drawClear: chart => data.marks.forEach(mark => {
        const from = chart.valToPos(mark.from, 'x', true);
        const until = chart.valToPos(mark.until, 'x', true);
        chart.ctx.fillStyle = ink('--wash');
        chart.ctx.fillRect(from, chart.bbox.top, Math.max(2, until - from), chart.bbox.height);
        chart.ctx.fillStyle = ink('--soft');
        chart.ctx.fillText(mark.label, from + 4, chart.bbox.top + 12);
      }),
    },
  };
  return new uPlot(
    {
      width,
      height: 240,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      series,
      plugins: [marks],
      axes: [
        { stroke: ink('--soft'), grid: { stroke: ink('--hair') }, ticks: { stroke: ink('--line') }, values: (chart, splits) => clock(splits) },
        { stroke: ink('--soft'), grid: { stroke: ink('--hair') }, ticks: { stroke: ink('--line') }, label: data.unit, labelSize: 18, size: 56 },
      ],
    },
    [times, ...data.lines.map(line => line.values)],
    drawn);
};
/* Times of day within two days, days else; the first of a day says which. */
const clock = splits => {
  const days = splits[splits.length - 1] - splits[0] > 2 * 86400;
  let before = '';
  return splits.map(seconds => {
    const text = new Date(seconds * 1000).toISOString();
    const day = text.slice(5, 10);
    const first = day !== before;
    before = day;
    return days ? day : text.slice(11, seconds % 60 ? 19 : 16) + (first ? '\n' + day : '');
  });
};
const moment = seconds => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
