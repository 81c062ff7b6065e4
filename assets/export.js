// The figures of a chart as a table, a CSV file or a picture; its twin (columns, rows, words about them) is remembered here.
(() => {
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const LAKH = ["INR", "BDT", "BTN", "NPR"];
  const NO_BREAK = "\u00a0", MISSING = "n/a", BOM = "\ufeff";
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
  const PICTURE = { width: 1200, margin: 40, chart: 700, sharpness: 2 }, KEY_ROW = 18;
  const twins = {};

  const element = (chart, part) => document.getElementById(`${chart}-${part}`);
  const title = (chart) => element(chart, "head")?.querySelector("h2")?.textContent ?? chart;
  const isNumber = (column) => column.kind !== "text" && column.kind !== "date";
  const heading = ({ name, unit }) => (unit ? `${name} (${unit})` : name);

  // Numbers stay plain; text that a spreadsheet would run as a formula is quoted with an apostrophe.
  function plain(value, kind) {
    if (value === null || value === undefined || Number.isNaN(value)) return "";
    if (typeof value !== "number") return FORMULA.test(value) ? `'${value}` : String(value);
    return String(kind === "percent" ? Number((100 * value).toPrecision(12)) : value);
  }

  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  // Filters and dates stand in a last column of each row, so that headings are the first line and numbers stay numbers.
  function csv({ columns, rows, about = [] }) {
    const view = plain(about.join("; "));
    const empty = columns.map(() => null);
    const lines = (rows.length ? rows : [empty]).map((row) => [...row.map((cell, i) => plain(cell, columns[i].kind)), view]);
    const headings = [...columns.map((column) => plain(heading(column))), "View"];
    return BOM + [headings, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
  }

  function written(value, { kind, unit }, locale) {
    if (value === null || value === undefined) return MISSING;
    if (kind === "text") return String(value);
    if (kind === "date") {
      const [year, month, day] = value.split("-").map(Number);
      return `${day} ${MONTHS[month - 1]} ${year}`;
    }
    const [one, two] = [1, 2].map((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits }));
    const count = { maximumFractionDigits: 1 };
    const styles = { currency: { style: "currency", currency: unit }, count, percent: one, x: one, score: two, days: one };
    const number = new Intl.NumberFormat(locale, styles[kind]).format(kind === "percent" ? 100 * value : value).replace("-", "−");
    return number + ({ percent: `${NO_BREAK}%`, x: "×", days: `${NO_BREAK}days` }[kind] ?? "");
  }

  const localeOf = ({ columns, currency }) =>
    LAKH.includes(currency ?? columns.find(({ kind }) => kind === "currency")?.unit ?? LAKH[0]) ? "en-IN" : "en";

  function create(tag, properties = {}, children = []) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function table(twin, caption) {
    const { columns, rows } = twin, locale = localeOf(twin);
    const align = (column) => (isNumber(column) ? "nm-number" : "");
    const heads = columns.map((column) => create("th", { scope: "col", className: align(column), textContent: column.name }));
    const row = (cells) =>
      create("tr", {}, cells.map((cell, i) =>
        create(i ? "td" : "th", { ...(i ? {} : { scope: "row" }), className: align(columns[i]), textContent: written(cell, columns[i], locale) })));
    return create("table", { className: "nm-twin" }, [
      create("caption", { textContent: caption }),
      create("thead", {}, [create("tr", {}, heads)]),
      create("tbody", {}, rows.map(row)),
    ]);
  }

  function fill(chart) {
    const back = create("button", { type: "button", className: "nm-twin-back", textContent: "Show as chart" });
    Object.assign(back.dataset, { action: "table", chart });
    const scrolled = create("div", { className: "nm-twin-scroll", tabIndex: 0 }, [table(twins[chart], title(chart))]);
    scrolled.setAttribute("role", "region");
    scrolled.setAttribute("aria-label", `${title(chart)}, as a table`);
    element(chart, "table").replaceChildren(back, scrolled);
  }

  function toggleTable(chart) {
    const box = element(chart, "table");
    box.hidden = !box.hidden;
    const item = document.querySelector(`.nm-menu [data-action="table"][data-chart="${chart}"]`);
    item?.querySelector("span:last-child")?.replaceChildren(box.hidden ? "Show as table" : "Show as chart");
    if (box.hidden) {
      box.replaceChildren();
      item?.closest("details")?.querySelector("summary")?.focus();
    } else {
      fill(chart);
      box.querySelector(".nm-twin-scroll").focus({ preventScroll: true });
    }
  }

  function download(blob, name) {
    const link = create("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const write = (twin) => download(new Blob([csv(twin)], { type: "text/csv;charset=utf-8" }), `${twin.file}.csv`);

  function wrap(pen, text, width) {
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  // Texts become lines with a place below each other: [{ text, font, colour, y }], and the place where they end.
  function layOut(pen, texts, top, width) {
    const lines = [];
    let y = top;
    for (const { text, size, weight = 400, colour } of texts.filter(({ text }) => text)) {
      pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
      for (const line of wrap(pen, text, width)) lines.push({ text: line, font: pen.font, colour, y: (y += 1.4 * size) });
      y += 0.3 * size;
    }
    return { lines, end: y };
  }

  function keys(chart) {
    const shown = [...(element(chart, "head")?.querySelectorAll(".nm-key") ?? [])].filter((key) => key.getClientRects().length);
    return shown.map((key) => {
      const swatch = key.querySelector(".nm-swatch"), box = swatch?.getBoundingClientRect();
      return { text: key.textContent.trim(), colour: swatch && getComputedStyle(swatch).color, width: box?.width ?? 0, height: box?.height ?? 0 };
    });
  }

  const keyFont = (zoom) => `400 ${12.5 * zoom}px ${getComputedStyle(document.body).fontFamily}`;

  // Keys get a place beside each other, in as many rows as they need.
  function placeKeys(pen, entries, zoom, room) {
    let [next, row] = [0, 0];
    pen.font = keyFont(zoom);
    return entries.map((entry) => {
      const wide = (entry.width + 6) * zoom + pen.measureText(entry.text).width;
      if (next && next + wide > room) [next, row] = [0, row + 1];
      const x = next;
      next += wide + 18 * zoom;
      return { ...entry, x, row };
    });
  }

  function drawKeys(pen, placed, top, zoom, ink) {
    pen.font = keyFont(zoom);
    for (const { text, colour, width, height, x, row } of placed) {
      const [left, base] = [PICTURE.margin + x, top + row * KEY_ROW * zoom];
      pen.fillStyle = colour;
      pen.fillRect(left, base - (4.5 + height / 2) * zoom, width * zoom, height * zoom);
      pen.fillStyle = ink;
      pen.fillText(text, left + (width + 6) * zoom, base);
    }
  }

  // What stands apart on screen is parted by semicolons.
  function noteOf(chart) {
    const note = element(chart, "note"), parts = [...(note?.querySelector(".nm-keys")?.childNodes ?? [])];
    return parts.map(({ textContent }) => textContent.trim().replace(/\.$/, "")).join("; ") || note?.textContent;
  }

  function words(chart, colour) {
    const caption = twins[chart].caption ?? element(chart, "head")?.querySelector("p")?.textContent;
    const below = [noteOf(chart), ...(twins[chart].about ?? [])];
    return {
      above: [{ text: title(chart), size: 24, weight: 600, colour: colour("ink") }, { text: caption, size: 19, colour: colour("ink-3") }],
      below: below.map((text) => ({ text, size: 17, colour: colour("ink-3") })),
    };
  }

  async function picture(chart) {
    const figure = element(chart, "figure"), graph = figure.querySelector(".js-plotly-plot");
    const styles = getComputedStyle(document.documentElement);
    const colour = (token) => styles.getPropertyValue(`--nm-${token}`).trim();
    const { width, margin, sharpness } = PICTURE, inner = width - 2 * margin, zoom = inner / PICTURE.chart;
    const height = graph.clientHeight || parseFloat(figure.closest(".nm-plot").style.minHeight);
    const image = create("img", { src: await Plotly.toImage(graph, { format: "png", width: PICTURE.chart, height, scale: zoom * sharpness }) });
    await image.decode();
    const canvas = create("canvas"), pen = canvas.getContext("2d"), { above, below } = words(chart, colour);
    const entries = placeKeys(pen, keys(chart), zoom, inner), rows = entries.length && entries.at(-1).row + 1;
    const head = layOut(pen, above, margin - 12, inner), top = head.end + (rows ? (14 + rows * KEY_ROW) * zoom : 10);
    const foot = layOut(pen, below, top + height * zoom + 8, inner);
    Object.assign(canvas, { width: width * sharpness, height: Math.ceil((foot.end + margin - 12) * sharpness) });
    pen.scale(sharpness, sharpness);
    pen.fillStyle = colour("surface");
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, margin, top, inner, height * zoom);
    drawKeys(pen, entries, head.end + 18 * zoom, zoom, colour("ink-2"));
    for (const { text, font, colour: fill, y } of [...head.lines, ...foot.lines]) Object.assign(pen, { font, fillStyle: fill }).fillText(text, margin, y);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  const actions = {
    table: toggleTable,
    csv: (chart) => write(twins[chart]),
    png: async (chart) => download(await picture(chart), `${twins[chart].file}.png`),
    link: () => document.querySelector('[data-action="copy-link"]')?.click(),
  };

  document.addEventListener("click", async ({ target }) => {
    const source = target.closest?.("[data-action][data-chart]");
    const { action, chart } = source?.dataset ?? {};
    if (!actions[action]) return;
    if (action !== "link" && !twins[chart]) return window.nm?.toast?.("There are no figures to show yet");
    try {
      await actions[action](chart);
    } catch {
      window.nm?.toast?.("This browser could not make the file");
    }
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    twins: {
      /* The twins of a page's charts, in the order of its inputs. */
      remember(...given) {
        window.dash_clientside.callback_context.inputs_list.forEach(({ id }, i) => {
          const chart = id.replace(/-twin$/, ""), twin = given[i];
          const changed = twins[chart] !== twin;
          if (twin) twins[chart] = twin;
          else delete twins[chart];
          if (twin && changed && element(chart, "table")?.hidden === false) fill(chart);
        });
      },
      save(twin) {
        if (twin) write(twin);
      },
    },
  });
})();
