// Draws first what is in sight: a chart elsewhere on the page is drawn anew once the browser has nothing else to do.
(() => {
  "use strict";
  const PATIENCE = 400, LATER = "nm-later";
  const soon = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  const hidden = new WeakSet(), known = new WeakSet(), waiting = new Map();

  function draw(graph) {
    const drawing = waiting.get(graph);
    waiting.delete(graph);
    graph.classList.remove(LATER);
    drawing?.();
  }

  function drain() {
    if (!waiting.size) return;
    draw(waiting.keys().next().value);
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

  /* One that is asked for twice while it waits is drawn once, as it was asked for last. */
  function later(graph, drawing) {
    return new Promise((drawn, failed) => {
      const before = waiting.get(graph);
      graph.classList.add(LATER);
      if (!waiting.size) soon(drain, { timeout: PATIENCE });
      waiting.set(graph, (skipped = false) => {
        before?.(true);
        if (skipped) drawn();
        else drawing().then(drawn, failed);
      });
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const Plotly = window.Plotly, react = Plotly.react, sight = new IntersectionObserver(look);
    Plotly.react = (graph, ...figure) => {
      follow(graph, sight);
      const drawing = () => react(graph, ...figure);
      if (hidden.has(graph) && graph.data) return later(graph, drawing);
      waiting.get(graph)?.(true);
      waiting.delete(graph);
      graph.classList.remove(LATER);
      return drawing();
    };
    for (const name of ["restyle", "toImage", "update"]) {
      const own = Plotly[name];
      Plotly[name] = (graph, ...rest) => {
        draw(graph);
        return own(graph, ...rest);
      };
    }
  });
  addEventListener("beforeprint", () => [...waiting.keys()].forEach(draw));
})();
