/* The page of a thing: what its table says of it, and every row elsewhere that names it. */
const CLAUSES = new Set(['FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'VALUES', 'SET', 'UNION']);
const JOINS = new Set(['JOIN', 'LEFT', 'RIGHT', 'INNER', 'CROSS', 'NATURAL', 'STRAIGHT_JOIN']);
const CONDITIONS = new Set(['AND', 'OR', 'XOR']);
const FIRST_RELATED_ROWS = 12;
const RELATED_ROWS = 200;
/* Longer lists of names have a row of their own. */
const FEW_NAMES = 4;

/* A statement on several lines: one per clause, and one per condition, of the outermost level. */
const sqlLines = text => {
  const parts = text.match(/(?:`[^`]*`|[^ `])+/g) || [''];
  const lines = [];
  let line = '';
  let depth = 0;
  let between = false;
  let before = '';
  parts.forEach(word => {
    const condition = depth === 0 && CONDITIONS.has(word) && !between;
    const clause = JOINS.has(word)
      ? !JOINS.has(before) && before !== 'OUTER'
      : CLAUSES.has(word) && before !== 'DELETE' && before !== 'CHARACTER';
    if (line && depth === 0 && (condition || clause)) {
      lines.push(line);
      line = condition ? '  ' : '';
    } else if (line) {
      line += ' ';
    }
    line += word;
    between = word === 'BETWEEN' || (between && word !== 'AND');
    for (const character of word.replace(/`[^`]*`/g, '')) {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    }
    before = word;
  });
  return [...lines, line];
};

/* Statements that a thing rests on: its page has their rows. */
const isEvidence = column => column.kind === 'LINKS' && column.target === 'digest';

const fieldsOf = (table, row) => {
  const fields = make('dl', { class: 'fields' });
  const wide = [];
  const lead = [];
  const lists = [];
  table.columns.forEach((column, at) => {
    const value = column.values[row];
    if (value === null || (column.textual && Array.isArray(value) && !value.length) || isEvidence(column)) {
      return;
    }
    if (column.kind === 'PROSE') {
      lists.push(make('div', { class: 'wide' }, make('dt', {}, column.label), make('dd', {}, rawText(column, row))));
    } else if (column.textual && Array.isArray(value) && value.length > FEW_NAMES && column.kind !== 'LINES') {
      const links = column.kind === 'LINKS';
      const list = make('ul', { class: links ? 'links' : '' }, ...names(column, row).map(name =>
        make('li', {}, ...(links ? linked(column.target, name) : [name]))));
      lists.push(make('div', { class: 'wide' }, make('dt', {}, column.label), make('dd', {}, list)));
    } else if (column.kind === 'CODE' && at > 0) {
      wide.push(make('pre', { class: 'sql', tabindex: '0' }, sqlLines(rawText(column, row)).join('\n')));
    } else if (column.kind === 'SENTENCE' && at > 0) {
      lead.push(make('p', { class: 'lead' }, cellText(column, row)));
    } else if (column.kind === 'LINES') {
      wide.push(make('section', { class: 'part' }, make('h3', {}, column.label),
        make('ul', { class: 'lines' }, ...names(column, row).map(line => make('li', {}, line)))));
    } else if (column.kind === 'HISTOGRAM') {
      wide.push(histogram(column.values[row]));
    } else if (at > 0) {
      const value = make('dd');
      fill(value, table, column, row);
      fields.append(make('div', {}, make('dt', {}, column.label), value));
    }
  });
  fields.append(...lists);
  const inParts = each => each.tagName === 'SECTION';
  return [...lead, ...wide.filter(each => !inParts(each)), fields, ...wide.filter(inParts)];
};

const relatedRows = (table, kind, name) => {
  const found = new Set();
  table.columns.forEach(column => {
    if (!column.textual || column.target !== kind || (column.kind !== 'LINK' && column.kind !== 'LINKS')) {
      return;
    }
    const wanted = placeOf(column, name);
    if (wanted >= 0) {
      column.values.forEach((value, row) => {
        if (value === wanted || (Array.isArray(value) && value.includes(wanted))) {
          found.add(row);
        }
      });
    }
  });
  return [...found].sort((one, other) => one - other);
};

/* Rows of a table elsewhere that name the thing: the first of them, or all. What is opened stands in the address. */
const relatedPart = (table, rows, given, changed) => {
  const state = { all: '', ...given };
  const columns = table.columns.filter(column => column.listed);
  const head = make('tr', {}, ...columns.map(column => make('th', { scope: 'col', class: classOf(column) }, column.label)));
  const body = make('tbody');
  const every = make('button', { type: 'button' });
  const further = make('p', { class: 'note' }, say('related.more', count(rows.length - RELATED_ROWS)));
  const show = () => {
    const shown = rows.slice(0, state.all ? RELATED_ROWS : FIRST_RELATED_ROWS);
    body.replaceChildren(...shown.map(row => rowOf(table, columns, row)));
    every.textContent = state.all ? say('fewer') : say('every', count(rows.length));
    further.hidden = !state.all || rows.length <= RELATED_ROWS;
  };
  every.addEventListener('click', () => {
    state.all = state.all ? '' : '1';
    show();
    changed(table.id, state);
  });
  show();
  return make('section', { class: 'part', 'data-table': table.id },
    make('h3', {}, table.title),
    make('div', { class: 'frame' }, make('table', { class: styleOf(table) }, make('thead', {}, head), body)),
    rows.length > FIRST_RELATED_ROWS ? make('div', { class: 'tools below' }, every) : '',
    further);
};

/* Rows of statements that a row names as its evidence, and of findings about the services that a pair has. */
const restsOn = (own, row, table) => {
  const every = Array.from({ length: table.rows }, (unused, at) => at);
  if (table.entity === 'digest' && own !== table) {
    const wanted = new Set(own.columns.filter(isEvidence).flatMap(column => names(column, row)));
    return wanted.size ? every.filter(at => wanted.has(rawText(table.columns[0], at))) : [];
  }
  if (table.entity === 'finding' && own.entity === 'pair') {
    const pair = names(columnNamed(own, 'services'), row);
    const services = columnNamed(table, 'services');
    return every.filter(at => pair.every(name => names(services, at).includes(name)));
  }
  return [];
};

const entityPage = (tables, kind, name, state, changed) => {
  const page = [];
  const rowIn = table =>
    Array.from({ length: table.rows }, (unused, at) => at).find(at => rawText(table.columns[0], at) === name);
  const own = tables.find(table => table.entity === kind && rowIn(table) !== undefined);
  const row = own && rowIn(own);
  page.push(make('p', { class: 'kind' }, words['entity.' + kind] || kind), make('h2', { tabindex: '-1' }, name));
  if (row === undefined) {
    page.push(make('p', { class: 'none' }, say('entity.none')));
  } else {
    page.push(...fieldsOf(own, row));
    page.push(...egoGraph(tables, kind, name));
  }
  tables.forEach(table => {
    const rows = new Set(table === own ? [] : relatedRows(table, kind, name));
    if (row !== undefined) {
      restsOn(own, row, table).forEach(each => rows.add(each));
    }
    if (rows.size) {
      page.push(relatedPart(table, [...rows].sort((one, other) => one - other), state[table.id], changed));
    }
  });
  return page;
};
