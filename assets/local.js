/* What the browser answers alone: charts redrawn from what it was sent, without asking the server. */
(() => {
  "use strict";
  const copy = (figure) => structuredClone(figure);
  const missing = (figure) => !figure?.data;
  const phone = matchMedia("(max-width: 767px)");

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    local: {
      /* Histogram bars of another width. */
      bins(base, width) {
        if (missing(base)) return window.dash_clientside.no_update;
        const figure = copy(base);
        for (const trace of figure.data) if (trace.xbins) trace.xbins.size = Number(width);
        return figure;
      },
      /* A year in one row, on a phone in two half-years. */
      calendar: (base) => base?.[phone.matches ? "halves" : "year"] ?? window.dash_clientside.no_update,
    },
  });
})();
