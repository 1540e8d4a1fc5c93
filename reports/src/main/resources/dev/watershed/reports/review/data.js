/* The data of the page: inflated once, then tables of columns. As the Java class PageData writes it. */
const inflate = async () => {
  const packed = document.getElementById('data').textContent;
  document.getElementById('data').remove();
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const end = bytes.length - 4;
  const length = new DataView(bytes.buffer).getUint32(end, true);
  const data = JSON.parse(new TextDecoder().decode(bytes.subarray(end - length, end)));
  data.bytes = bytes;
  return data;
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

/* Whole numbers, as the Java class Planes writes them. */
const numbersOf = (bytes, [start, count, width, least, runs]) => {
  const numbers = new Array(count).fill(least);
  const acrossNumbers = runs ? width : 1;
  const acrossPlanes = runs ? 1 : count;
  for (let plane = 0; plane < width; plane++) {
    const unit = 256 ** plane;
    for (let at = 0, from = start + plane * acrossPlanes; at < count; at++, from += acrossNumbers) {
      numbers[at] += bytes[from] * unit;
    }
  }
  return numbers;
};

/* What follows each other, in lists of which each is one shorter than its number says; 0 for none at all. */
const cut = (values, lengths) => {
  let from = 0;
  return lengths.map(length => {
    if (length === 0) {
      return null;
    }
    from += length - 1;
    return values.slice(from - length + 1, from);
  });
};

/* As the Java class NumberColumn writes them. */
const figuresOf = (bytes, column) => {
  const tens = numbersOf(bytes, column.tens);
  const figures = numbersOf(bytes, column.digits).map((number, at) => {
    const digits = number % 2 ? -(number + 1) / 2 : number / 2;
    const power = tens[at] - 127;
    return tens[at] === 255 ? null : power < 0 ? digits / 10 ** -power : digits * 10 ** power;
  });
  return column.lengths ? cut(figures, numbersOf(bytes, column.lengths)) : figures;
};

/* The phrases that long texts consist of, with spaces between them: as the Java classes Phrases and Templates write them. */
let phrases = [];
const filled = (pattern, values) =>
  pattern.includes('\u0001') ? pattern.replace(/\u0001(\d+)/g, (whole, place) => values[place]) : pattern;
const phraseMaker = data => {
  let before = '';
  const templates = data.rests.flatMap((rest, at) => {
    before = before.slice(0, data.shared[at]) + rest;
    return data.numbers[at].split(';').map(values => filled(before, values.split(' ')));
  });
  const known = new Map();
  return (template, qualifier) => {
    const key = template * data.qualifiers.length + qualifier;
    let number = known.get(key);
    if (number === undefined) {
      number = phrases.length;
      known.set(key, number);
      phrases.push(templates[template].replaceAll('\u0002', () => data.qualifiers[qualifier]));
    }
    return number;
  };
};
const partsOf = (bytes, long, phrase) => {
  const met = numbersOf(bytes, long.met);
  const [templates, qualifiers, places] =
    ['templates', 'qualifiers', 'places'].map(field => numbersOf(bytes, long[field]));
  let piece = 0;
  let first = 0;
  return numbersOf(bytes, long.pieces).map((pieces, text) => {
    const part = [];
    for (const end = piece + pieces; piece < end; piece++) {
      part.push(phrase(templates[piece], qualifiers[first + places[piece]]));
    }
    first += met[text];
    return part;
  });
};

/* A list of texts, as the Java class PageTexts writes it: as they are, as numbers, or as numbers of phrases. */
const textsOf = (bytes, written, phrase) => {
  if (written.high) {
    const [high, low] = [written.high, written.low].map(half =>
      numbersOf(bytes, half).map(number => number.toString(16).padStart(8, '0')));
    return { texts: high.map((half, at) => half + low[at]) };
  }
  return written.long ? { parts: partsOf(bytes, written.long, phrase) } : { texts: written.texts };
};

/* Which row has which text, as the Java class TextColumn writes it. */
const placesIn = (bytes, column, rows) => {
  if (!column.places) {
    return Array.from({ length: rows }, (unused, row) => row);
  }
  const places = numbersOf(bytes, column.places);
  return column.lengths
    ? cut(places, numbersOf(bytes, column.lengths))
    : places.map(place => (place ? place - 1 : null));
};

const unpack = data => {
  const phrase = phraseMaker(data);
  const pools = {};
  listed = data.tables;
  Object.keys(data.pools).forEach(name => { pools[name] = textsOf(data.bytes, data.pools[name], phrase); });
  data.tables.forEach(table => table.columns.forEach(column => {
    column.textual = !column.digits;
    if (column.textual) {
      column.list = column.pool ? pools[column.pool] : textsOf(data.bytes, column, phrase);
      column.values = placesIn(data.bytes, column, table.rows);
    } else {
      column.values = figuresOf(data.bytes, column);
    }
  }));
  data.tables.filter(table => table.id === 'uses').forEach(heaviestFirst);
};

/* Who uses which table is written in the order of tables. */
const heaviestFirst = table => {
  const time = table.columns.find(column => column.name === 'time').values;
  const order = time.map((value, row) => row).sort((one, other) => time[other] - time[one] || one - other);
  table.columns.forEach(column => { column.values = order.map(row => column.values[row]); });
};
const textAt = ({ list }, at) =>
  list.texts ? list.texts[at] : list.parts[at].map(number => phrases[number]).join(' ');
const placeOf = (column, text) =>
  column.list.texts
    ? column.list.texts.indexOf(text)
    : column.list.parts.findIndex((part, at) => textAt(column, at) === text);

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
  const cut = /[\ud800-\udbff]/.test(short.charAt(239)) ? 239 : 240;
  return short.length <= 240 ? short : short.slice(0, cut) + '…';
};

const address = (target, name) => '#' + target + '/' + encodeURIComponent(name);

/* The place of each text in the order of all; long ones are written in it. */
const ranksOf = ({ list }) => {
  if (!list.ranks) {
    const order = (list.texts || list.parts).map((text, at) => at);
    if (list.texts) {
      order.sort((one, other) => (list.texts[one] < list.texts[other] ? -1 : 1));
    }
    list.ranks = [];
    order.forEach((text, rank) => { list.ranks[text] = rank; });
  }
  return list.ranks;
};

/* Rows in the order of a column; what is unknown comes last either way. */
const sorted = (rows, column, down) => {
  const keys = rows.map(row => {
    const value = column.values[row];
    if (Array.isArray(value)) {
      return column.textual && value.length ? rawText(column, row) : null;
    }
    return column.textual && value !== null ? ranksOf(column)[value] : value;
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
const found = (list, word, inPhrases) => {
  if (list.parts) {
    return list.parts.map(part => part.some(number => inPhrases[number]));
  }
  list.lower = list.lower || list.texts.map(text => text.toLowerCase());
  return list.lower.map(text => text.includes(word));
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
    const lists = new Map();
    const has = list => lists.get(list) || lists.set(list, found(list, word, inPhrases)).get(list);
    const hits = table.columns.filter(column => column.textual)
      .map(column => ({ values: column.values, has: has(column.list) }));
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
