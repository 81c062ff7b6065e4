// The cells of a table in words, as a file and row by row.
(() => {
  "use strict";
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const LAKH = ["INR", "BDT", "BTN", "NPR"];
  const NO_BREAK = "\u00a0", MISSING = "n/a", BOM = "\ufeff";
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
  const SUFFIXES = { percent: `${NO_BREAK}%`, x: "×", days: `${NO_BREAK}days` };

  const missing = (value) => value === null || value === undefined || Number.isNaN(value);
  const heading = ({ name, unit }) => (unit ? `${name} (${unit})` : name);

  // Numbers stay plain; text that a spreadsheet would run as a formula is quoted with an apostrophe.
  function plain(value, kind) {
    if (missing(value)) return "";
    if (typeof value !== "number") return FORMULA.test(value) ? `'${value}` : String(value);
    return String(kind === "percent" ? Number((100 * value).toPrecision(12)) : value);
  }

  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  // Of thousands of rows the columns come, and of text that repeats its names and, for each row, the place of one.
  const unpacked = (cells) => (cells.codes ? cells.codes.map((code) => cells.names[code] ?? null) : cells);
  function rows(twin) {
    if (twin.rows) return twin.rows;
    const columns = twin.cells.map(unpacked);
    return columns[0].map((_, place) => columns.map((column) => column[place]));
  }

  // Filters and dates stand in a last column of each row, so that headings are the first line and numbers stay numbers.
  function csv(twin) {
    const { columns, about = [] } = twin, told = rows(twin);
    const view = plain(about.join("; "));
    const empty = columns.map(() => null);
    const lines = (told.length ? told : [empty]).map((row) => [...row.map((cell, i) => plain(cell, columns[i].kind)), view]);
    const headings = [...columns.map((column) => plain(heading(column))), "View"];
    return BOM + [headings, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
  }

  const locale = ({ columns, currency }) =>
    LAKH.includes(currency ?? columns.find(({ kind }) => kind === "currency")?.unit ?? LAKH[0]) ? "en-IN" : "en";

  function day(value) {
    const [year, month, date] = value.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }

  function number({ kind, unit }, locale, short) {
    const [one, two] = [1, 2].map((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits }));
    const count = { maximumFractionDigits: 1 };
    const styles = { currency: { style: "currency", currency: unit, trailingZeroDisplay: short ? "stripIfInteger" : "auto" }, count, percent: one, x: one, score: two, days: one };
    const format = new Intl.NumberFormat(locale, styles[kind]), suffix = SUFFIXES[kind] ?? "", times = kind === "percent" ? 100 : 1;
    return (value) => format.format(times * value).replace("-", "−") + suffix;
  }

  // For each column what writes its cells, `short` without the .00 of money; made once: what knows a language is slow to make.
  function writers(twin, { short = false } = {}) {
    return twin.columns.map((column) => {
      const write = { text: String, date: day }[column.kind] ?? number(column, locale(twin), short);
      return (value) => (missing(value) ? MISSING : write(value));
    });
  }

  window.nm = Object.assign(window.nm ?? {}, { cells: { csv, rows, writers } });
})();
