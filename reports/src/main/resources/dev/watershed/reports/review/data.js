/* The data of the page: inflated once, then tables of columns. */
const inflate = async () => {
  const packed = document.getElementById('data').textContent;
  document.getElementById('data').remove();
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
};

/* As the Java class PrintableBytes writes them. */
const bytesOf = text => {
  const values = new Uint8Array(128);
  let next = 0;
  for (let code = 33; code < 127; code++) {
    values[code] = '<&-'.includes(String.fromCharCode(code)) ? 0 : next++;
  }
  const start = text.indexOf(' ') + 1;
  const found = new Uint8Array(Number(text.slice(0, start)));
  let waiting = 0;
  let bits = 0;
  let at = 0;
  for (let pair = start; at < found.length; pair += 2) {
    waiting |= (values[text.charCodeAt(pair)] + 91 * values[text.charCodeAt(pair + 1)]) << bits;
    bits += 13;
    while (bits >= 8 && at < found.length) {
      found[at++] = waiting & 255;
      waiting >>>= 8;
      bits -= 8;
    }
  }
  return found;
};

/* All tables, and the names of their pages by kind: links lead to pages that are there. */
let listed = [];
const pages = new Map();
const leads = (kind, name) => {
  if (!pages.has(kind)) {
    pages.set(kind, new Set(listed.filter(table => table.entity === kind)
      .flatMap(table => Array.from({ length: table.rows }, (unused, row) => rawText(table.columns[0], row)))));
  }
  return pages.get(kind).has(name);
};

/* The phrases that long texts consist of, with spaces between them. */
let phrases = [];
const unpack = data => {
  let before = '';
  phrases = data.rests.map((rest, at) => {
    before = before.slice(0, data.shared[at]) + rest;
    return before;
  });
  listed = data.tables;
  data.tables.forEach(table => table.columns.forEach(column => {
    column.textual = Boolean(column.texts || column.parts);
  }));
};
const textAt = (column, at) =>
  column.texts ? column.texts[at] : column.parts[at].map(number => phrases[number]).join(' ');
const placeOf = (column, text) =>
  column.texts ? column.texts.indexOf(text) : column.parts.findIndex((part, at) => textAt(column, at) === text);

/* The words of the page: the script has none of its own. */
let words = {};
const say = (key, ...values) =>
  values.reduce((text, value, at) => text.split('{' + at + '}').join(value), words[key]);

const rawText = (column, row) => {
  const value = column.values[row];
  if (value === null) {
    return '';
  }
  if (column.textual) {
    return Array.isArray(value) ? value.map(at => textAt(column, at)).join(', ') : textAt(column, value);
  }
  return Array.isArray(value) ? '' : String(value);
};

const names = (column, row) => {
  const value = column.values[row];
  if (value === null || !column.textual) {
    return [];
  }
  return (Array.isArray(value) ? value : [value]).map(at => textAt(column, at));
};

const cellText = (column, row) => {
  const value = column.values[row];
  if (value === null) {
    return UNKNOWN;
  }
  return column.textual ? rawText(column, row) : NUMERIC.has(column.kind) ? FORMATS[column.kind](value) : '';
};

/* A statement as tables show it, as the Java class StatementHead cuts it. */
const brief = text => {
  let from = -1;
  let depth = 0;
  let quoted = false;
  for (let at = 7; text.startsWith('SELECT ') && at < text.length && from < 0; at++) {
    const character = text[at];
    if (character === '`') {
      quoted = !quoted;
    } else if (!quoted && (character === '(' || character === ')')) {
      depth += character === '(' ? 1 : -1;
    } else if (!quoted && depth === 0 && text.startsWith(' FROM ', at)) {
      from = at;
    }
  }
  const short = from - 7 > 30 ? 'SELECT …' + text.slice(from) : text;
  const cut = /[\ud800-\udbff]/.test(short.charAt(399)) ? 399 : 400;
  return short.length <= 400 ? short : short.slice(0, cut) + '…';
};

const address = (target, name) => '#' + target + '/' + encodeURIComponent(name);

/* Rows in the order of a column; what is unknown comes last either way. Texts are numbered in their order. */
const sorted = (rows, column, down) => {
  const keys = rows.map(row => {
    const value = column.values[row];
    return !Array.isArray(value) ? value : column.textual && value.length ? rawText(column, row) : null;
  });
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
const found = (column, word, inPhrases) => {
  if (column.parts) {
    return column.parts.map(part => part.some(number => inPhrases[number]));
  }
  column.lower = column.lower || column.texts.map(text => text.toLowerCase());
  return column.lower.map(text => text.includes(word));
};
let lowerPhrases;
const lowered = () => {
  lowerPhrases = lowerPhrases || phrases.map(phrase => phrase.toLowerCase());
  return lowerPhrases;
};
const matching = (table, search) => {
  const wanted = search.toLowerCase().split(/\s+/).filter(word => word);
  const all = Array.from({ length: table.rows }, (unused, row) => row);
  return wanted.reduce((rows, word) => {
    const inPhrases = lowered().map(phrase => phrase.includes(word));
    const hits = table.columns.filter(column => column.textual)
      .map(column => ({ values: column.values, has: found(column, word, inPhrases) }));
    return rows.filter(row => hits.some(hit => {
      const value = hit.values[row];
      return Array.isArray(value) ? value.some(at => hit.has[at]) : value !== null && hit.has[value];
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
