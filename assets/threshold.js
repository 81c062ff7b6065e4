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

  const triggered = () => window.dash_clientside.callback_context.triggered.map(({ prop_id }) => prop_id);

  /* The graph itself where only the slider moved: what moves on it is changed there, at a fraction of drawing all anew. */
  function moving(id) {
    const graph = triggered().every((prop) => prop.endsWith(".value")) && document.getElementById(id)?.querySelector(".js-plotly-plot");
    return graph?.data?.length ? graph : null;
  }

  const spot = ([x, y, words] = [null, null, ""]) => (x === null || y === null ? [[], [], []] : [[x], [y], [words]]);

  function marked(base, value, id) {
    if (!drawn(base)) return window.dash_clientside.no_update;
    const [x, y, hovertext] = spot(base.places[place(value)]);
    const marks = base.figure.data.flatMap((trace, i) => (trace.meta === KEY ? [i] : []));
    const graph = moving(id);
    if (graph) {
      if (marks.length) window.Plotly.restyle(graph, { x: [x], y: [y], hovertext: [hovertext] }, marks);
      return window.dash_clientside.no_update;
    }
    const figure = structuredClone(base.figure);
    for (const i of marks) Object.assign(figure.data[i], { x, y, hovertext });
    return figure;
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
        const texts = base.rows[place(value)] ?? {}, threshold = Number(value);
        const words = [filled(base.head, texts), filled(base.outcome, texts)];
        const source = base.figure ?? BLANK, shapes = (source.layout.shapes ?? []).map((line) => ({ ...line, x0: threshold, x1: threshold }));
        const opacity = source.data.map((trace) => shades(trace, threshold));
        const graph = moving(window.dash_clientside.callback_context.outputs_list[0].id);
        if (graph && opacity.length) {
          window.Plotly.update(graph, { "marker.opacity": opacity }, { shapes }, [...opacity.keys()]);
          return [window.dash_clientside.no_update, ...words];
        }
        const figure = structuredClone(source);
        figure.data.forEach((trace, i) => (trace.marker.opacity = opacity[i]));
        figure.layout.shapes = shapes;
        return [figure, ...words];
      },
      /* Where the threshold lies on each curve: on all of them when it moved, else on those that are new. */
      mark(value, ...bases) {
        const { inputs_list, outputs_list } = window.dash_clientside.callback_context, news = triggered();
        const moved = news.some((prop) => prop.endsWith(".value"));
        return bases.map((base, i) =>
          moved || news.includes(`${inputs_list[i + 1].id}.data`) ? marked(base, value, outputs_list[i].id) : window.dash_clientside.no_update);
      },
      /* Bands and whiskers, shown or not. */
      unsure(figure, shown) {
        if (!figure?.data) return window.dash_clientside.no_update;
        const copy = structuredClone(figure);
        for (const trace of copy.data) if (trace.meta === "unsure") trace.visible = shown === "shown";
        return copy;
      },
      /* How much features matter to one of the models, with what is said of it. */
      weigh(base, shown, model) {
        const told = base?.[model];
        if (!told) return Array(3).fill(window.dash_clientside.no_update);
        return [told.figure.data.length ? window.dash_clientside.threshold.unsure(told.figure, shown) : told.figure, told.head, told.note];
      },
    },
  });
})();
