// The figures of a chart as a table or a file, and the chart as a picture; its twin (columns, rows, words about them) is
// remembered here.
(() => {
  "use strict";
  const twins = {};

  const element = (chart, part) => document.getElementById(`${chart}-${part}`);
  const title = (chart) => element(chart, "head")?.querySelector("h2")?.textContent ?? chart;
  const isNumber = (column) => column.kind !== "text" && column.kind !== "date";

  function create(tag, properties = {}, children = []) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function table(twin, caption) {
    const { columns } = twin, { rows, writers } = window.nm.cells, write = writers(twin);
    const align = (column) => (isNumber(column) ? "nm-number" : "");
    const heads = columns.map((column) => create("th", { scope: "col", className: align(column), textContent: column.name }));
    const row = (cells) =>
      create("tr", {}, cells.map((cell, i) =>
        create(i ? "td" : "th", { ...(i ? {} : { scope: "row" }), className: align(columns[i]), textContent: write[i](cell) })));
    return create("table", { className: "nm-twin" }, [
      create("caption", { textContent: caption }),
      create("thead", {}, [create("tr", {}, heads)]),
      create("tbody", {}, rows(twin).map(row)),
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

  const write = (twin) => download(new Blob([window.nm.cells.csv(twin)], { type: "text/csv;charset=utf-8" }), `${twin.file}.csv`);

  const actions = {
    table: toggleTable,
    csv: (chart) => write(twins[chart]),
    png: async (chart) => download(await window.nm.picture(chart, twins[chart]), `${twins[chart].file}.png`),
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
