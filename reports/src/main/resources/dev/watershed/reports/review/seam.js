/* What crosses between two clusters that one chooses. The choice stands in the address: seam.a and seam.b. */
const columnNamed = (table, name) => table.columns.find(column => column.name === name);

const seamRow = (seams, one, other) => {
  const clusters = columnNamed(seams, 'clusters');
  for (let row = 0; row < seams.rows; row++) {
    const pair = names(clusters, row);
    if (pair.includes(one) && pair.includes(other)) {
      return row;
    }
  }
  return -1;
};

const linkList = (target, list) =>
  list.length
    ? make('ul', {}, ...list.map(name => make('li', {}, ...linked(target, name))))
    : make('p', { class: 'none' }, UNKNOWN);

/* Rows of statements, as tables show them. */
const statementRows = (statements, digests) => {
  const wanted = new Set(digests);
  const rows = Array.from({ length: statements.rows }, (unused, row) => row)
    .filter(row => wanted.has(rawText(statements.columns[0], row)));
  const columns = statements.columns.filter(column => column.listed);
  return make('div', { class: 'frame' },
    make('table', { class: styleOf(statements), 'aria-label': say('seam.statements') },
      make('thead', {}, make('tr', {}, ...columns.map(column => make('th', { scope: 'col', class: classOf(column) }, column.label)))),
      make('tbody', {}, ...rows.map(row => rowOf(statements, columns, row)))));
};

const seamShown = (tables, seams, row, pair) => {
  const clusters = tables.get('clusters');
  const tile = name => make('div', {},
    make('dt', {}, columnNamed(seams, name).label),
    make('dd', {}, cellText(columnNamed(seams, name), row)));
  const crossing = names(columnNamed(seams, 'tables'), row);
  const side = name => {
    const at = Array.from({ length: clusters.rows }, (unused, each) => each)
      .find(each => rawText(clusters.columns[0], each) === name);
    const own = new Set(names(columnNamed(clusters, 'tables'), at));
    return make('div', {},
      make('h4', {}, say('seam.side') + ' ', ...linked('cluster', name)),
      linkList('table', crossing.filter(each => own.has(each))));
  };
  const digests = names(columnNamed(seams, 'digests'), row);
  const further = columnNamed(seams, 'further').values[row] || 0;
  const statements = tables.get('statements');
  return [
    make('dl', { class: 'tiles' }, ...['statements', 'joins', 'transactions', 'conductance'].map(tile)),
    make('div', { class: 'sides' }, ...pair.map(side)),
    ...(statements && digests.length ? [make('h4', {}, say('seam.statements')), statementRows(statements, digests)] : []),
    ...(further ? [make('p', { class: 'note' }, say('related.more', count(further)))] : []),
  ];
};

const seamChoice = (place, tables, given, changed) => {
  const seams = tables.get('seams');
  const clusters = tables.get('clusters');
  const all = Array.from({ length: clusters.rows }, (unused, row) => rawText(clusters.columns[0], row));
  if (!seams.rows) {
    return;
  }
  const partners = name => {
    const found = [];
    for (let row = 0; row < seams.rows; row++) {
      const pair = names(columnNamed(seams, 'clusters'), row);
      if (pair.includes(name)) {
        found.push(pair.find(each => each !== name));
      }
    }
    return found;
  };
  const [a, b] = names(columnNamed(seams, 'clusters'), 0);
  const state = { a, b, ...given };
  const select = (id, label) => ({ label: make('label', { for: id }, label), box: make('select', { id }) });
  const first = select('seam-a', say('seam.a'));
  const second = select('seam-b', say('seam.b'));
  const shown = make('div', { class: 'shown', role: 'status' });

  const group = (label, list) =>
    list.length ? [make('optgroup', { label }, ...list.map(name => make('option', { value: name }, name)))] : [];
  const draw = () => {
    if (!all.includes(state.a)) {
      state.a = a;
    }
    const tied = partners(state.a);
    if (!all.includes(state.b) || state.b === state.a) {
      state.b = tied[0] || all.find(name => name !== state.a);
    }
    first.box.replaceChildren(...all.map(name => make('option', { value: name }, name)));
    second.box.replaceChildren(
      ...group(say('seam.crossed'), tied),
      ...group(say('seam.uncrossed'), all.filter(name => name !== state.a && !tied.includes(name))));
    first.box.value = state.a;
    second.box.value = state.b;
    const row = seamRow(seams, state.a, state.b);
    shown.replaceChildren(...(row < 0
      ? [make('p', { class: 'none' }, place.dataset.none)]
      : seamShown(tables, seams, row, [state.a, state.b])));
  };
  first.box.addEventListener('change', () => {
    const before = state.a;
    state.a = first.box.value;
    state.b = state.b === state.a ? before : state.b;
    draw();
    changed('seam', { a: state.a, b: state.b });
  });
  second.box.addEventListener('change', () => {
    state.b = second.box.value;
    draw();
    changed('seam', { a: state.a, b: state.b });
  });
  draw();
  place.append(
    make('h3', {}, say('seam.title')),
    make('div', { class: 'tools' }, first.label, first.box, second.label, second.box),
    shown);
};
