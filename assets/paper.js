// On paper a chart is light, whatever the theme, and as wide as its card is there.
(() => {
  "use strict";
  // A4 between the margins of 60-print.css, in pixels.
  const PAPER = 688, COLOUR = /#[0-9a-f]{6}\b|rgba?\([^)]*\)/gi, BLACK = [0, 0, 0], WHITE = [255, 255, 255];
  const changed = new Map();
  const graphs = () => document.querySelectorAll(".js-plotly-plot");

  const rules = (sheets) => [...sheets].flatMap(({ cssRules }) => [...cssRules]).flatMap((rule) => (rule.cssRules?.length ? [rule, ...rules([rule])] : rule));
  const own = () => [...document.styleSheets].filter(({ href }) => !href || new URL(href).origin === location.origin);

  function channels(text) {
    if (text.startsWith("#")) return [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16));
    return text.match(/[\d.]+/g).map(Number);
  }

  const distance = (one, other) => Math.hypot(...one.map((value, i) => value - other[i]));
  const mix = (one, other, share) => one.map((value, i) => value + (other[i] - value) * share);

  /* The tokens of a theme that are colours, by name. */
  function tokens(selector) {
    const { style } = rules(own()).find((rule) => rule.selectorText === selector && rule.style.getPropertyValue("--nm-surface"));
    return new Map([...style].filter((name) => name.startsWith("--nm-")).map((name) => [name, channels(style.getPropertyValue(name).trim())]));
  }

  /* Pairs of a dark colour and its light one, and such pairs of pairs as colours of scales and pale ones lie between. */
  function table() {
    const light = tokens(":root"), dark = tokens('[data-bs-theme="dark"]');
    const pairs = [...dark].map(([name, colour]) => ({ name, dark: colour, light: light.get(name) }));
    const surface = pairs.find(({ name }) => name === "--nm-surface");
    const next = pairs.slice(1).map((pair, i) => [pairs[i], pair]).filter(([one, other]) => /-\d$/.test(one.name) && /-\d$/.test(other.name));
    pairs.unshift({ dark: BLACK, light: WHITE }, { dark: WHITE, light: BLACK });
    return { pairs, between: [...next, ...pairs.map((pair) => [pair, surface])] };
  }

  function light({ pairs, between }, colour) {
    const same = pairs.find(({ dark }) => distance(dark, colour) < 1);
    if (same) return same.light;
    const found = between.map(([one, other]) => {
      const way = other.dark.map((value, i) => value - one.dark[i]), length = way.reduce((sum, value) => sum + value * value, 0) || 1;
      const share = Math.min(1, Math.max(0, way.reduce((sum, value, i) => sum + value * (colour[i] - one.dark[i]), 0) / length));
      return { off: distance(mix(one.dark, other.dark, share), colour), light: mix(one.light, other.light, share) };
    });
    return found.reduce((best, next) => (next.off < best.off ? next : best)).light;
  }

  const lightened = (known, text) =>
    text.replace(COLOUR, (colour) => {
      const [red, green, blue, alpha = 1] = channels(colour), [r, g, b] = light(known, [red, green, blue]).map(Math.round);
      return `rgba(${r},${g},${b},${alpha})`;
    });

  function copied(known, part) {
    if (typeof part === "string") return lightened(known, part);
    if (Array.isArray(part)) return part.map((each) => copied(known, each));
    if (part?.constructor !== Object) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, copied(known, each)]));
  }

  const linear = (channel) => (channel <= 0.04045 * 255 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

  /* Words on slices are black or white, whichever reads better on what the slice is now. */
  function readable(trace) {
    if (!Array.isArray(trace.textfont?.color) || !trace.marker?.colors) return trace;
    const inks = trace.marker.colors.map((colour) => ((luminance(channels(colour)) + 0.05) ** 2 > 1.05 * 0.05 ? "#000" : "#fff"));
    return { ...trace, textfont: { ...trace.textfont, color: inks } };
  }

  const onPaper = (media) =>
    [...media.matchAll(/(max|min)-width: *(\d+)px/g)].every(([, end, size]) => (end === "max" ? PAPER <= size : PAPER >= size));

  /* How large each chart is on paper: for a moment the page is laid out as it is there. */
  function sizes() {
    const asked = rules(own()).filter(({ media }) => /print|-width:/.test(media?.mediaText)).map(({ media }) => [media, media.mediaText]);
    for (const [media, text] of asked) media.mediaText = onPaper(text) ? "all" : "not all";
    const found = new Map([...graphs()].map((graph) => [graph, { width: graph.clientWidth, height: graph.clientHeight }]));
    for (const [media, text] of asked) media.mediaText = text;
    return found;
  }

  function lightenWords(known) {
    for (const element of document.querySelectorAll("main [style*='#'], main [style*='rgb']")) {
      if (element.closest(".js-plotly-plot")) continue;
      const style = element.getAttribute("style");
      element.setAttribute("style", lightened(known, style));
      changed.set(element, () => element.setAttribute("style", style));
    }
  }

  addEventListener("beforeprint", () => {
    const known = document.documentElement.dataset.bsTheme === "dark" ? table() : null, found = sizes();
    for (const graph of graphs()) {
      const { data, layout } = graph, size = found.get(graph);
      if (!data?.length || !size.width) continue;
      const [traces, frame] = known ? [copied(known, data).map(readable), copied(known, layout)] : [data, layout];
      changed.set(graph, () => Plotly.react(graph, data, layout, graph._context));
      // plotly lets the parts of a flow glide to their places, and paper does not wait for them.
      const drawn = data.some(({ type }) => type === "sankey") ? Plotly.newPlot : Plotly.react;
      drawn(graph, traces, { ...frame, ...size }, graph._context);
    }
    if (known) lightenWords(known);
  });

  addEventListener("afterprint", () => {
    for (const restore of changed.values()) restore();
    changed.clear();
  });
})();
