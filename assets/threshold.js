/* The threshold that is looked at: whatever it decides follows the slider from what was sent, without asking the server. */
(() => {
  "use strict";
  const FADED = 0.45, STEPS = 100;
  const KEY = "threshold";
  const BLANK = { data: [], layout: { xaxis: { visible: false }, yaxis: { visible: false } } };
  const drawn = (base) => base?.figure?.data;
  const place = (value) => Math.round(STEPS * Number(value));

  /* A template with the texts of a threshold in place of {their names}. */
  function filled(part, texts) {
    if (typeof part === "string") return part.replace(/\{(\w+)\}/g, (_, name) => texts[name] ?? "");
    if (Array.isArray(part)) return part.map((child) => filled(child, texts));
    if (!part?.props) return part;
    return { ...part, props: { ...part.props, children: filled(part.props.children, texts) } };
  }

  /* Bars below the threshold are pale; the one it passes through is half so. */
  function shades(trace, threshold) {
    return trace.x.map((middle, i) => {
      const low = middle - trace.width[i] / 2, share = (threshold - low) / trace.width[i];
      return 1 - (1 - FADED) * (share < 0.1 ? 0 : share > 0.9 ? 1 : 0.5);
    });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-threshold]");
    if (button) window.dash_clientside.set_props({ type: "choice", key: KEY }, { value: button.dataset.threshold });
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    threshold: {
      /* The scores, what is said over them, and what the threshold does. */
      decide(base, value) {
        if (!base) return Array(3).fill(window.dash_clientside.no_update);
        const texts = base.rows[place(value)] ?? {};
        const figure = structuredClone(base.figure ?? BLANK);
        for (const trace of figure.data) trace.marker.opacity = shades(trace, Number(value));
        for (const line of figure.layout.shapes ?? []) line.x0 = line.x1 = Number(value);
        return [figure, filled(base.head, texts), filled(base.outcome, texts)];
      },
      /* Where the threshold lies on a curve. */
      mark(base, value) {
        if (!drawn(base)) return window.dash_clientside.no_update;
        const figure = structuredClone(base.figure);
        const [x, y, words] = base.places[place(value)] ?? [null, null, ""];
        const there = x !== null && y !== null;
        for (const trace of figure.data) {
          if (trace.meta === KEY) Object.assign(trace, there ? { x: [x], y: [y], hovertext: [words] } : { x: [], y: [] });
        }
        return figure;
      },
      /* Bands and whiskers, shown or not. */
      unsure(figure, shown) {
        if (!figure?.data) return window.dash_clientside.no_update;
        const copy = structuredClone(figure);
        for (const trace of copy.data) if (trace.meta === "unsure") trace.visible = shown === "shown";
        return copy;
      },
    },
  });
})();
