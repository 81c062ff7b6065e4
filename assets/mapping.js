/* Makes the form by which a reader says how a file is to be read, when it is opened: its table, then a heading for each
   column of that table, those of a like name already chosen. */
(() => {
  "use strict";
  const MONEY = "USD";

  function made(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const words = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
  const bare = (name) => name.toLowerCase().replace(/\s*[([].*[)\]]$/, "").replace(/[^\p{L}\p{N}]+/gu, "_");
  const labelled = (text, field) => made("label", {}, made("span", { textContent: text }), Object.assign(field, { ariaLabel: text }));

  function select(name, options, required = false, chosen = "") {
    const field = made("select", { name, required });
    field.append(...options.map(([value, text]) => made("option", { value, textContent: text, selected: value === chosen })));
    return field;
  }

  function columns(table, headings) {
    const options = [["", "–"], ...headings.map((heading, place) => [String(place), heading || `column ${place + 1}`])];
    const like = (name) => String(headings.findIndex((heading) => bare(heading) === name));
    return table.columns.map(([name, needed]) =>
      labelled(`${words(name)}${needed ? " (needed)" : ""}`, select(`column.${name}`, options, needed, like(name))),
    );
  }

  function ways(orders, platform) {
    return [
      labelled("Dates", select("date_format", [["", "as they show"], ...Object.entries(orders)])),
      labelled("Decimal mark", select("decimal", [["", "as they show"], [".", "point: 1,234.50"], [",", "comma: 1.234,50"]])),
      labelled("Currency", made("input", { name: "currency", placeholder: MONEY, pattern: "[A-Z]{3}", maxLength: 3 })),
      ...(platform ? [labelled("Platform, if no column says it", made("input", { name: "platform", maxLength: 60 }))] : []),
    ];
  }

  function form({ tables, headings, orders }) {
    const place = made("div", { className: "nm-mapping-fields" });
    const table = select("table", [["", "Choose…"], ...tables.map(({ name, label }) => [name, label])], true);
    table.addEventListener("change", () => {
      const chosen = tables.find(({ name }) => name === table.value);
      place.replaceChildren(...(chosen ? [...columns(chosen, headings), ...ways(orders, chosen.columns.some(([name]) => name === "platform"))] : []));
    });
    const send = made("button", { type: "submit", className: "nm-start", textContent: "Read it this way" });
    return made("form", {}, labelled("It holds", table), place, send);
  }

  document.addEventListener(
    "toggle",
    (event) => {
      const place = event.target.querySelector?.(":scope > .nm-mapping");
      if (place && !place.firstChild) place.append(form(JSON.parse(place.dataset.form)));
    },
    true,
  );
})();
