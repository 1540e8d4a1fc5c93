/* Figures as the Java class Units writes them. */
const UNKNOWN = '–';
const digits = (value, decimals, strip = true) => {
  const text = value.toFixed(decimals);
  return strip && decimals > 0 && /\.0+$/.test(text) ? text.replace(/\.0+$/, '') : text;
};
const grouped = number => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const scaled = (number, units) => {
  let value = number;
  let unit = 0;
  while (unit < units.length - 1 && value >= 999.5) {
    value /= 1000;
    unit++;
  }
  return digits(value, unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2) + units[unit];
};
const count = number =>
  Math.abs(number) < 10000 ? grouped(number) : scaled(number, ['', 'k', 'M', 'G', 'T', 'P']);
const bytes = number =>
  number === 1 ? '1 byte' : scaled(number, [' bytes', ' kB', ' MB', ' GB', ' TB', ' PB']);
const ratio = number =>
  number > 0 && number < 0.05 ? '<0.1' : number < 9.95 ? digits(number, 1) : count(Math.round(number));
/* Rounded half up by its own digits, not by those of its binary value. */
const fixed = (value, decimals) => {
  const moved = (number, by) => {
    const [mantissa, exponent = 0] = String(number).split('e');
    return Number(mantissa + 'e' + (Number(exponent) + by));
  };
  return moved(Math.round(moved(value, decimals)), -decimals).toFixed(decimals);
};
const perSecond = rate => {
  if (rate >= 9.95) {
    return count(Math.round(rate));
  }
  if (rate === 0) {
    return '0';
  }
  const decimals = 1 - Number(rate.toExponential().split('e')[1]);
  return fixed(rate, decimals).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
};
/* Rare things by the day. */
const often = rate =>
  rate === 0 || rate >= 0.01 ? perSecond(rate) + ' /s' : perSecond(rate * 86400) + ' /d';
const percent = share => {
  const value = share * 100;
  if (value > 0 && value < 0.05) {
    return '<0.1 %';
  }
  return digits(value, value === 0 || value >= 99.95 ? 0 : 1, false) + ' %';
};
const two = number => String(number).padStart(2, '0');
const longDuration = seconds => {
  if (seconds < 3600) {
    return Math.floor(seconds / 60) + 'm' + two(seconds % 60) + 's';
  }
  if (seconds < 86400) {
    const minutes = Math.round(seconds / 60);
    return minutes < 1440 ? Math.floor(minutes / 60) + 'h' + two(minutes % 60) + 'm' : '1d00h';
  }
  const hours = Math.round(seconds / 3600);
  return grouped(Math.floor(hours / 24)) + 'd' + two(hours % 24) + 'h';
};
const micros = number => {
  if (number >= 59.5e6) {
    return longDuration(Math.round(number / 1e6));
  }
  let value = number;
  let unit = 0;
  while (unit < 2 && value >= 999.5) {
    value /= 1000;
    unit++;
  }
  return value === 0 ? '0 s' : digits(value, value < 9.95 ? 1 : 0) + [' µs', ' ms', ' s'][unit];
};
const FORMATS = {
  MICROS: micros,
  SHARE: percent,
  BYTES: number => bytes(Math.round(number)),
  RATE: often,
  RATIO: ratio,
  COUNT: number => count(Math.round(number)),
};
const NUMERIC = new Set(Object.keys(FORMATS));
