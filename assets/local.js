/* What the browser answers alone: charts redrawn from what it was sent, without asking the server. */
(() => {
  "use strict";
  const copy = (figure) => structuredClone(figure);
  const missing = (figure) => !figure?.data;
  const phone = matchMedia("(max-width: 767px)");

  /* The traces whose meta is chosen, beside those that have none. */
  function seen(figure, shown) {
    for (const trace of figure.data) if (trace.meta) trace.visible = trace.meta === shown;
    return figure;
  }

  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  function placed(figure, { x, y, group }, twin) {
    const { rows, writers } = window.nm.cells, write = writers(twin, { short: true }), groups = {};
    for (const trace of figure.data.filter(({ mode }) => mode === "markers")) {
      groups[trace.name] = Object.assign(trace, { x: [], y: [], customdata: [] });
    }
    for (const row of rows(twin)) {
      const words = row.map((cell, i) => escaped(write[i](cell))), trace = groups[words[group]];
      trace.x.push(row[x]);
      trace.y.push(row[y]);
      trace.customdata.push(words);
    }
    return figure;
  }

  /* A click on a part of a hierarchy chooses its place; plotly's own way there would leave the link behind. */
  function listen(name, id) {
    const graph = document.getElementById(name)?.querySelector(".js-plotly-plot");
    if (graph?.listens || !document.getElementById(name)) return;
    if (!graph?.on) return void setTimeout(listen, 100, name, id);
    graph.listens = true;
    const choose = ({ nextLevel, points: [{ data }] }) => {
      if (data.parents.includes(nextLevel)) window.dash_clientside.set_props(id, { value: nextLevel });
      return false;
    };
    for (const kind of ["treemap", "sunburst"]) graph.on(`plotly_${kind}click`, choose);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    local: {
      /* Histogram bars of another width, of the traces shown. */
      bins(base, width, shown) {
        if (missing(base)) return window.dash_clientside.no_update;
        const figure = seen(copy(base), shown);
        for (const trace of figure.data) if (trace.xbins) trace.xbins.size = Number(width);
        return figure;
      },
      /* A point for each row of the table beside it, in the trace of its group; hover tells the row's cells in words. */
      points(base, shown, twin) {
        if (missing(base)) return window.dash_clientside.no_update;
        const figure = seen(copy(base), shown), { table } = figure.layout.meta ?? {};
        return table ? placed(figure, table, twin) : figure;
      },
      /* Boxes on another scale, with or without their points. */
      boxes(base, shown, scale) {
        if (missing(base)) return window.dash_clientside.no_update;
        const figure = seen(copy(base), shown);
        Object.assign(figure.layout.xaxis, figure.layout.meta?.[scale]);
        return figure;
      },
      /* A hierarchy opened at a place, at the whole where it has no such place. */
      open(base, at) {
        if (missing(base)) return window.dash_clientside.no_update;
        const { outputs_list, inputs_list } = window.dash_clientside.callback_context;
        listen(outputs_list.id, inputs_list.at(-1).id);
        const figure = copy(base);
        for (const trace of figure.data) if (trace.ids) trace.level = trace.ids.includes(at) ? at : trace.ids[0];
        // On a phone what is two levels further down has no room for its name.
        for (const trace of figure.data) if (trace.type === "treemap" && phone.matches) trace.maxdepth = 3;
        return figure;
      },
      /* A figure as it is drawn on a phone, or elsewhere; one that needs more than there is scrolls sideways. */
      fitting(base) {
        const figure = base?.[phone.matches ? "narrow" : "wide"], { outputs_list } = window.dash_clientside.callback_context;
        if (missing(figure)) return window.dash_clientside.no_update;
        const { least } = figure.layout.meta ?? {}, place = document.getElementById(outputs_list.id)?.closest(".nm-figure");
        if (least && place) place.style.minWidth = `${least}px`;
        return figure;
      },
      /* A click on a mark chooses its name, a second click the first of the options again. */
      pick(click, options, now, id) {
        const name = click?.points?.[0]?.customdata;
        if (name) window.dash_clientside.set_props(id, { value: name === now ? options[0].value : name });
        return null;
      },
      /* A year in one row, on a phone in two half-years. */
      calendar: (base) => base?.[phone.matches ? "halves" : "year"] ?? window.dash_clientside.no_update,
    },
  });
})();
