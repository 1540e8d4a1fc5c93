/* The data of the page: inflated once, then tables of columns. */
const inflate = async () => {
  const packed = document.getElementById('data').textContent;
  document.getElementById('data').remove();
  const zipped = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
};

/* The words of the page: the script has none of its own. */
let words = {};
const say = (key, ...values) =>
  values.reduce((text, value, at) => text.split('{' + at + '}').join(value), words[key]);

const rawText = (column, row) => {
  const value = column.values[row];
  if (value === null) {
    return '';
  }
  if (column.texts) {
    return Array.isArray(value) ? value.map(at => column.texts[at]).join(', ') : column.texts[value];
  }
  return Array.isArray(value) ? '' : String(value);
};

const names = (column, row) => {
  const value = column.values[row];
  if (value === null || !column.texts) {
    return [];
  }
  return (Array.isArray(value) ? value : [value]).map(at => column.texts[at]);
};

const cellText = (column, row) => {
  const value = column.values[row];
  if (value === null) {
    return UNKNOWN;
  }
  return column.texts ? rawText(column, row) : NUMERIC.has(column.kind) ? FORMATS[column.kind](value) : '';
};

const address = (target, name) => '#' + target + '/' + encodeURIComponent(name);

/* Rows in the order of a column; what is unknown comes last either way. */
const sorted = (rows, column, down) => {
  const keys = column.texts
    ? rows.map(row => (column.values[row] === null ? null : rawText(column, row)))
    : rows.map(row => (Array.isArray(column.values[row]) ? null : column.values[row]));
  const order = rows.map((row, at) => at);
  const sign = down ? -1 : 1;
  order.sort((one, other) => {
    const a = keys[one];
    const b = keys[other];
    if (a === null || b === null) {
      return a === b ? one - other : a === null ? 1 : -1;
    }
    return a < b ? -sign : a > b ? sign : one - other;
  });
  return order.map(at => rows[at]);
};

/* Rows that have every word of a search in some column. */
const matching = (table, search) => {
  const wanted = search.toLowerCase().split(/\s+/).filter(word => word);
  const all = Array.from({ length: table.rows }, (unused, row) => row);
  return wanted.reduce((rows, word) => {
    const hits = table.columns.filter(column => column.texts).map(column => {
      column.lower = column.lower || column.texts.map(text => text.toLowerCase());
      const found = new Set();
      column.lower.forEach((text, at) => text.includes(word) && found.add(at));
      return { values: column.values, found };
    });
    return rows.filter(row => hits.some(hit => {
      const value = hit.values[row];
      return Array.isArray(value) ? value.some(at => hit.found.has(at)) : hit.found.has(value);
    }));
  }, all);
};

/* RFC 4180. What a spreadsheet would take for a formula gets an apostrophe. */
const csv = (table, rows) => {
  const field = text => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const columns = table.columns.filter(column => !['SERIES', 'HISTOGRAM'].includes(column.kind));
  const lines = [columns.map(column => field(column.name)).join(',')];
  rows.forEach(row => lines.push(columns.map(column => field(rawText(column, row))).join(',')));
  return lines.join('\r\n') + '\r\n';
};
