// The picture of a chart: title, keys, plot and note on one canvas, in the colours of the page.
(() => {
  "use strict";
  const PICTURE = { width: 1200, margin: 40, chart: 700, sharpness: 2 }, KEY_ROW = 18;

  const element = (chart, part) => document.getElementById(`${chart}-${part}`);
  const heading = (chart) => element(chart, "head")?.querySelector("h2")?.textContent ?? chart;

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

  function words(chart, twin, colour) {
    const caption = twin.caption ?? element(chart, "head")?.querySelector("p")?.textContent;
    const below = [noteOf(chart), ...(twin.about ?? [])];
    return {
      above: [{ text: heading(chart), size: 24, weight: 600, colour: colour("ink") }, { text: caption, size: 19, colour: colour("ink-3") }],
      below: below.map((text) => ({ text, size: 17, colour: colour("ink-3") })),
    };
  }

  async function picture(chart, twin) {
    const figure = element(chart, "figure"), graph = figure.querySelector(".js-plotly-plot");
    const styles = getComputedStyle(document.documentElement);
    const colour = (token) => styles.getPropertyValue(`--nm-${token}`).trim();
    const { width, margin, sharpness } = PICTURE, inner = width - 2 * margin, zoom = inner / PICTURE.chart;
    const height = graph.clientHeight || parseFloat(figure.closest(".nm-plot").style.minHeight);
    const image = Object.assign(new Image(), { src: await Plotly.toImage(graph, { format: "png", width: PICTURE.chart, height, scale: zoom * sharpness }) });
    await image.decode();
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d"), { above, below } = words(chart, twin, colour);
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

  window.nm = Object.assign(window.nm ?? {}, { picture });
})();
