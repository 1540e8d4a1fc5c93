/* What surrounds a table or a service: who uses it, or what it uses. */
const MOST_NEIGHBOURS = 24;
const EGO_WIDTH = 840;
const EGO_NAME = 34;
const EGO_ROW = 26;
const EGO_SIDE = 250;

const neighbours = (uses, kind, name) => {
  const column = wanted => uses.columns.find(each => each.name === wanted);
  const own = column(kind);
  const other = column(kind === 'table' ? 'service' : 'table');
  const figure = (wanted, row) => column(wanted).values[row] || 0;
  const found = [];
  for (let row = 0; row < uses.rows; row++) {
    if (rawText(own, row) === name) {
      const reads = figure('reads', row);
      const writes = figure('writes', row);
      const inferred = figure('inferred_reads', row) + figure('inferred_writes', row);
      found.push({
        name: rawText(other, row),
        target: other.target,
        writes: writes > 0 || figure('inferred_writes', row) > 0,
        named: reads + writes > 0,
        calls: Math.max(reads, writes, inferred),
      });
    }
  }
  return found.sort((one, two) => two.calls - one.calls);
};

const shortened = (text, most) => {
  const characters = [...text];
  return characters.length > most ? characters.slice(0, most - 1).join('') + '…' : text;
};

const egoGraph = (tables, kind, name) => {
  const uses = tables.find(table => table.id === 'uses');
  if (!uses || (kind !== 'table' && kind !== 'service')) {
    return [];
  }
  const all = neighbours(uses, kind, name);
  if (!all.length) {
    return [];
  }
  const shown = all.slice(0, MOST_NEIGHBOURS);
  const left = shown.filter((each, at) => at % 2 === 1);
  const right = shown.filter((each, at) => at % 2 === 0);
  const height = Math.max(3, right.length) * EGO_ROW + 16;
  const middle = height / 2;
  const most = Math.max(...shown.map(each => Math.log1p(each.calls)));
  const drawing = svg('svg', {
    class: 'ego',
    viewBox: '0 0 ' + EGO_WIDTH + ' ' + height,
    width: EGO_WIDTH,
    height,
    role: 'group',
    'aria-label': say('ego', name),
  });
  const centre = Math.min(264, 24 + 7 * [...shortened(name, EGO_NAME)].length);
  const side = (list, sign) => list.forEach((each, at) => {
    const y = middle + (at - (list.length - 1) / 2) * EGO_ROW;
    const from = EGO_WIDTH / 2 + sign * centre / 2;
    const fromY = middle + (at - (list.length - 1) / 2) * Math.min(8, 22 / list.length);
    const to = EGO_WIDTH / 2 + sign * (EGO_WIDTH / 2 - EGO_SIDE + 30);
    const bend = (from + to) / 2;
    const width = 1 + 3.5 * (most ? Math.log1p(each.calls) / most : 0);
    /* A write points to the table that it changes; its line ends where the tip begins. */
    const tipAtCentre = each.writes && kind === 'table';
    const tipOutside = each.writes && kind === 'service';
    const start = from + (tipAtCentre ? sign * 8 : 0);
    const end = to - (tipOutside ? sign * 8 : 0);
    drawing.append(svg('path', {
      class: 'tie' + (each.writes ? ' writes' : '') + (each.named ? '' : ' inferred'),
      'stroke-width': width.toFixed(1),
      d: 'M' + start + ' ' + fromY + 'C' + bend + ' ' + fromY + ' ' + bend + ' ' + y + ' ' + end + ' ' + y,
    }, svg('title', {}, each.name + ': ' + say(each.writes ? 'ego.writes' : 'ego.reads', count(Math.round(each.calls))))));
    if (each.writes) {
      const tip = tipAtCentre ? 'M' + from + ' ' + fromY + 'l' + sign * 9 : 'M' + to + ' ' + y + 'l' + -sign * 9;
      drawing.append(svg('path', { class: 'tip', d: tip + ' -4.5v9Z' }));
    }
    const open = leads(each.target, each.name);
    const link = svg(open ? 'a' : 'g', open ? { href: address(each.target, each.name) } : {},
      svg('text', { x: to + sign * 8, y: y + 4, 'text-anchor': sign > 0 ? 'start' : 'end' },
        shortened(each.name, EGO_NAME), svg('title', {}, each.name)));
    drawing.append(link);
  });
  side(left, -1);
  side(right, 1);
  drawing.append(
    svg('rect', { class: 'centre', x: (EGO_WIDTH - centre) / 2, y: middle - 14, width: centre, height: 28, rx: 4 }),
    svg('text', { class: 'name', x: EGO_WIDTH / 2, y: middle + 4, 'text-anchor': 'middle' },
      shortened(name, EGO_NAME), svg('title', {}, name)));
  const further = all.length - shown.length;
  return [make('section', { class: 'part' },
    make('h3', {}, say(kind === 'table' ? 'ego.table' : 'ego.service')),
    make('figure', {}, drawing,
      make('figcaption', {}, say('ego.caption') + (further ? ' ' + say('related.more', count(further)) : ''))))];
};
