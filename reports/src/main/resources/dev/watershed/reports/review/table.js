/* A table of which one can search, sort, see and save every row. */
const ROW_HEIGHT = 34;
const TALL_ROW_HEIGHT = 52;
const FIRST_ROWS = 50;
const OVERSCAN = 12;
const FEW_ROWS = 12;

/* A name in parts, after each of which a line may end, as the Java class CellText has them. */
const breakable = name => name.split(/(?<=[./@])/).flatMap((part, at) => (at ? [make('wbr'), part] : [part]));

/* A name, which leads to its page if it has one. */
const linked = (target, name) =>
  leads(target, name) ? [make('a', { href: address(target, name) }, ...breakable(name))] : breakable(name);

/* As many names as two lines of a table can show, as the Java class CellText has them. */
const ROW_NAMES = 4;

const fill = (cell, table, column, row, most = Infinity) => {
  const own = () => column.target && leads(column.target, rawText(table.columns[0], row));
  if (column.kind === 'SERIES') {
    cell.append(sparkline(column.values[row]));
  } else if (column.kind === 'LINK' || column.kind === 'LINKS') {
    const all = names(column, row);
    cell.append(all.length ? '' : UNKNOWN);
    all.slice(0, most).forEach((name, at) =>
      cell.append(at ? ', ' : '', ...linked(column.target, name)));
    cell.append(all.length > most ? ' ' + say('names.more', count(all.length - most)) : '');
  } else if (column.kind === 'CODE') {
    const code = make('code', {}, brief(cellText(column, row)));
    cell.append(
      own() ? make('a', { href: address(column.target, rawText(table.columns[0], row)) }, code) : code);
  } else if ((column.kind === 'PROSE' || column.kind === 'SENTENCE') && own()) {
    cell.append(make('a', { href: address(column.target, rawText(table.columns[0], row)) }, cellText(column, row)));
  } else {
    cell.append(cellText(column, row));
  }
};

/* Whether rows have two lines, as the Java class DataTable tells it. */
const tall = table => table.columns.some(column => column.listed && ['CODE', 'PROSE', 'SENTENCE'].includes(column.kind));

/* The classes of a table, as the Java class DataTable names them. */
const FEW_COLUMNS = 5;
const styleOf = table => {
  const few = !tall(table) && table.columns.filter(column => column.listed).length <= FEW_COLUMNS;
  return 'data' + (tall(table) ? ' tall' : '') + (few ? ' few' : '');
};

const classOf = column => (NUMERIC.has(column.kind) ? 'n' : column.kind.startsWith('LINK') ? 'link' : column.kind.toLowerCase());

const rowOf = (table, columns, row) => {
  const line = document.createElement('tr');
  columns.forEach(column => {
    const cell = make('td', { class: classOf(column) });
    if (NUMERIC.has(column.kind) || column.kind === 'SERIES') {
      fill(cell, table, column, row);
    } else {
      cell.append(make('span'));
      fill(cell.firstChild, table, column, row, ROW_NAMES);
    }
    line.append(cell);
  });
  return line;
};

class Listing {
  constructor(element, table, state, changed) {
    this.element = element;
    this.table = table;
    this.changed = changed;
    this.rowHeight = tall(table) ? TALL_ROW_HEIGHT : ROW_HEIGHT;
    this.columns = table.columns.filter(column => column.listed);
    this.state = { q: '', sort: '', all: '', ...state };
    this.grid = element.querySelector('table.data');
    if (!this.grid) {
      return;
    }
    this.body = this.grid.tBodies[0];
    element.querySelectorAll('.more').forEach(note => note.remove());
    this.tools();
    this.heads();
    this.scroll = () => this.window();
    addEventListener('scroll', this.scroll, { passive: true });
    addEventListener('resize', this.scroll, { passive: true });
    this.update();
  }

  tools() {
    this.search = make('input', { type: 'search', 'aria-label': say('search', this.table.title), placeholder: say('search.hint'), value: this.state.q });
    this.search.value = this.state.q;
    this.search.addEventListener('input', () => this.set({ q: this.search.value }));
    this.search.hidden = this.table.rows <= FEW_ROWS;
    this.found = make('span', { role: 'status' });
    this.every = make('button', { type: 'button' });
    this.every.addEventListener('click', () => this.set({ all: this.state.all ? '' : '1' }));
    const save = make('button', { type: 'button' }, say('csv'));
    save.addEventListener('click', () => this.save());
    this.element.querySelector('.frame').before(make('div', { class: 'tools' }, this.search, this.found, this.every, save));
  }

  heads() {
    [...this.grid.tHead.rows[0].cells].forEach((head, at) => {
      const column = this.columns[at];
      if (column.kind === 'SERIES') {
        return;
      }
      const button = make('button', { type: 'button' }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const up = this.state.sort === column.name;
        const down = this.state.sort === '-' + column.name;
        const first = NUMERIC.has(column.kind) ? '-' + column.name : column.name;
        this.set({ sort: up ? '-' + column.name : down ? column.name : first });
      });
    });
  }

  set(change) {
    Object.assign(this.state, change);
    this.update();
    this.changed(this.table.id, this.state);
  }

  update() {
    const { q, sort, all } = this.state;
    const rows = matching(this.table, q);
    const column = this.table.columns.find(each => each.name === sort.replace(/^-/, ''));
    this.rows = column ? sorted(rows, column, sort.startsWith('-')) : rows;
    [...this.grid.tHead.rows[0].cells].forEach((head, at) => {
      const name = this.columns[at].name;
      const way = sort === name ? 'ascending' : sort === '-' + name ? 'descending' : '';
      way ? head.setAttribute('aria-sort', way) : head.removeAttribute('aria-sort');
    });
    this.shown = all ? this.rows.length : Math.min(FIRST_ROWS, this.rows.length);
    this.found.textContent = q ? say('found', count(this.rows.length), count(this.table.rows)) : say(this.table.rows === 1 ? 'row' : 'rows', count(this.table.rows));
    this.every.hidden = this.rows.length <= FIRST_ROWS;
    this.every.textContent = all ? say('fewer') : say('every', count(this.rows.length));
    this.from = -1;
    this.window();
  }

  /* Only the rows near what is seen are there; two empty rows stand for the others. */
  window() {
    if (!this.grid.isConnected) {
      return;
    }
    const top = this.body.getBoundingClientRect().top;
    const seen = Math.ceil(innerHeight / this.rowHeight);
    const from = Math.max(0, Math.min(this.shown - seen, Math.floor(-top / this.rowHeight) - OVERSCAN));
    const until = Math.max(from, Math.min(this.shown, Math.ceil((innerHeight - top) / this.rowHeight) + OVERSCAN));
    if (from === this.from && until === this.until) {
      return;
    }
    this.from = from;
    this.until = until;
    const space = height => {
      const row = make('tr', { class: 'space', 'aria-hidden': 'true' }, make('td', { colspan: this.columns.length }));
      row.firstChild.style.height = height + 'px';
      return row;
    };
    const lines = this.rows.slice(from, until).map(row => rowOf(this.table, this.columns, row));
    this.body.replaceChildren(
      ...(from > 0 ? [space(from * this.rowHeight)] : []),
      ...lines,
      ...(until < this.shown ? [space((this.shown - until) * this.rowHeight)] : []));
  }

  save() {
    const link = make('a', {
      href: URL.createObjectURL(new Blob(['\ufeff' + csv(this.table, this.rows)], { type: 'text/csv' })),
      download: this.table.id + '.csv',
    });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  close() {
    removeEventListener('scroll', this.scroll);
    removeEventListener('resize', this.scroll);
  }
}
