// Draws first what is in sight: a chart elsewhere on the page is drawn anew once the browser has nothing else to do.
(() => {
  "use strict";
  const PATIENCE = 400, LATER = "nm-later", PAUSE = 40, LONGEST_PAUSE = 1000;
  const DRAWING = `.dash-graph--pending:not(.${LATER})`;
  const soon = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  const hidden = new WeakSet(), known = new WeakSet(), waiting = new Map();
  let since = 0, printing = false;

  function draw(graph) {
    const redraw = waiting.get(graph);
    waiting.delete(graph);
    graph.classList.remove(LATER);
    redraw?.(!graph.isConnected);
  }

  /* Those in sight come first: they are drawn a second time where the words above them take another line. */
  const drawing = () => performance.now() - since < LONGEST_PAUSE && document.querySelector(DRAWING);

  const top = (graph) => graph.getBoundingClientRect().top;
  const topmost = () => [...waiting.keys()].reduce((first, next) => (top(next) < top(first) ? next : first));

  function drain() {
    if (!waiting.size) return;
    if (drawing()) return void setTimeout(drain, PAUSE);
    draw(topmost());
    soon(drain, { timeout: PATIENCE });
  }

  function look(entries) {
    for (const { target, isIntersecting } of entries) {
      hidden[isIntersecting ? "delete" : "add"](target);
      if (isIntersecting) draw(target);
    }
  }

  function follow(graph, sight) {
    if (known.has(graph)) return;
    known.add(graph);
    sight.observe(graph);
  }

  /* One that is asked for twice while it waits is drawn once, as it was asked for last; one that has gone is not. */
  function later(graph, redraw) {
    return new Promise((drawn, failed) => {
      const before = waiting.get(graph);
      graph.classList.add(LATER);
      if (!waiting.size) {
        since = performance.now();
        soon(drain, { timeout: PATIENCE });
      }
      waiting.set(graph, (skipped = false) => {
        before?.(true);
        if (skipped) drawn();
        else redraw().then(drawn, failed);
      });
    });
  }

  /* Whether a chart is drawn as large as its place is, or will be: each drawing takes the size of its place. */
  function fits(graph) {
    const drawn = graph.querySelector(".main-svg");
    const near = (size, place) => Math.abs(size - place) <= 1;
    return waiting.has(graph) || (drawn && near(drawn.getAttribute("width"), graph.offsetWidth) && near(drawn.getAttribute("height"), graph.offsetHeight));
  }

  document.addEventListener("DOMContentLoaded", () => {
    const Plotly = window.Plotly, react = Plotly.react, resize = Plotly.Plots.resize, sight = new IntersectionObserver(look);
    Plotly.react = (graph, ...figure) => {
      follow(graph, sight);
      // plotly forgets the height that a figure gives as soon as its place changes: the place keeps it.
      const { height } = figure[0]?.layout ?? figure[1] ?? {};
      graph.style.minHeight = height ? `${height}px` : "";
      const redraw = () => react(graph, ...figure);
      if (hidden.has(graph) && graph.data && !printing) return later(graph, redraw);
      waiting.get(graph)?.(true);
      waiting.delete(graph);
      graph.classList.remove(LATER);
      return redraw();
    };
    Plotly.Plots.resize = (graph) => (fits(graph) ? Promise.resolve(graph) : resize(graph));
    for (const name of ["restyle", "toImage", "update"]) {
      const own = Plotly[name];
      Plotly[name] = (graph, ...rest) => {
        draw(graph);
        return own(graph, ...rest);
      };
    }
  });
  addEventListener("beforeprint", () => {
    printing = true;
    [...waiting.keys()].forEach(draw);
  });
  addEventListener("afterprint", () => (printing = false));
})();
