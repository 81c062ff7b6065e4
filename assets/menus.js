// Menus, panels and sheets: one open at a time, closed by Escape, by a click outside or by leaving them.
(() => {
  const PHONE = matchMedia("(max-width: 767px)");
  const EDGE = 14;
  const OPEN = ".nm-drop[open]";
  const CUSTOM = "custom";
  let pressed = false;

  // Inside a sheet nothing closes by itself: what is below would move away under the finger.
  const keepsOpen = (node, drop) => (drop.closest("[data-open]") ?? drop.parentElement).contains(node);

  function closeOthers(node) {
    for (const drop of document.querySelectorAll(OPEN)) if (!keepsOpen(node, drop)) drop.open = false;
    for (const opener of document.querySelectorAll("[data-opens][aria-expanded=true]")) {
      if (!opener.contains(node) && !sheetOf(opener).contains(node)) toggleSheet(opener, false);
    }
  }

  const sheetOf = (opener) => document.getElementById(opener.dataset.opens);

  function toggleSheet(opener, open) {
    opener.setAttribute("aria-expanded", open);
    sheetOf(opener).toggleAttribute("data-open", open);
    if (open) sheetOf(opener).querySelector("a, button, summary")?.focus({ preventScroll: true });
  }

  function closeOne() {
    const drop = document.activeElement?.closest(OPEN) ?? document.querySelector(OPEN);
    const opener = document.querySelector("[data-opens][aria-expanded=true]");
    if (drop) {
      drop.open = false;
      drop.querySelector("summary").focus();
    } else if (opener) {
      toggleSheet(opener, false);
      opener.focus();
    }
    return Boolean(drop || opener);
  }

  function closeAround(source) {
    const drop = source.closest(OPEN);
    if (drop) drop.open = false;
    else document.querySelectorAll("[data-opens][aria-expanded=true]").forEach((opener) => toggleSheet(opener, false));
  }

  // A click on one of few answers settles the question; arrow keys only try them.
  function settle({ target }) {
    const settled = pressed && target.type === "radio" && target.value !== CUSTOM;
    const drop = settled && target.closest(".nm-panel")?.closest(OPEN);
    if (drop) drop.open = false;
  }

  // The panel of the last pill would leave the window: it is moved back by what sticks out.
  function keepInside(panel) {
    panel.style.translate = "";
    if (PHONE.matches) return;
    const out = panel.getBoundingClientRect().right + EDGE - document.documentElement.clientWidth;
    if (out > 0) panel.style.translate = `${-out}px`;
  }

  function filterOptions(field) {
    const panel = field.closest(".nm-panel");
    const words = field.value.trim().toLowerCase();
    let found = 0;
    for (const option of panel.querySelectorAll(".form-check")) {
      option.hidden = !option.textContent.toLowerCase().includes(words);
      found += !option.hidden;
    }
    panel.querySelector(".nm-options").toggleAttribute("data-none", !found);
  }

  function step(event) {
    const down = event.key === "ArrowDown";
    if ((!down && event.key !== "ArrowUp") || event.target.type === "radio") return;
    const drop = event.target.closest(".nm-drop");
    if (!drop) return;
    const inside = ".nm-search, .nm-choices input, .nm-menu-list button";
    if (event.target.tagName === "SUMMARY") drop.open = true;
    const items = [...drop.querySelectorAll(inside)].filter((item) => item.offsetParent);
    const place = items.indexOf(event.target) + (down ? 1 : -1);
    items[Math.max(0, Math.min(place, items.length - 1))]?.focus();
    event.preventDefault();
  }

  // Pills that do not fit on one line stand behind "2 more", which shows them on a second one.
  function cutPills() {
    for (const row of document.querySelectorAll(".nm-filters")) {
      const pills = [...row.querySelectorAll(".nm-pill")];
      const more = row.querySelector(".nm-filters-more");
      pills.forEach((pill) => pill.classList.remove("nm-over"));
      const below = (node) => node.offsetTop > pills[0].offsetTop;
      row.classList.toggle("nm-cut", !PHONE.matches && pills.some(below));
      const cut = row.classList.contains("nm-cut");
      if (!cut || more.ariaExpanded === "true") continue;
      const over = [];
      more.textContent = `${pills.length} more`;
      while (pills.length > 1 && (below(pills.at(-1)) || below(more))) over.push(pills.pop().classList.add("nm-over"));
      more.textContent = `${over.length} more`;
    }
  }

  function showPills(more) {
    const open = more.ariaExpanded !== "true";
    more.ariaExpanded = open;
    if (open) more.textContent = "Fewer";
    cutPills();
  }

  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.(".nm-drop") || !target.open) return;
    closeOthers(target);
    const panel = target.querySelector(".nm-panel");
    if (panel) keepInside(panel);
  }, true);
  document.addEventListener("pointerdown", ({ target }) => {
    pressed = true;
    closeOthers(target);
  });
  document.addEventListener("change", settle);
  // A press on a panel's words gives the focus to <main>, which must not count as leaving the panel.
  document.addEventListener("focusin", ({ target }) => target.tabIndex >= 0 && closeOthers(target));
  document.addEventListener("input", ({ target }) => target.matches(".nm-search") && filterOptions(target));
  document.addEventListener("keydown", (event) => {
    pressed = false;
    if (event.key !== "Escape") return step(event);
    document.querySelectorAll(".nm-help:is(:hover, :focus)").forEach((help) => help.setAttribute("data-quiet", ""));
    if (closeOne()) event.preventDefault();
  });
  document.addEventListener("pointerout", ({ target }) => target.matches?.(".nm-help") && target.removeAttribute("data-quiet"));
  document.addEventListener("focusout", ({ target }) => target.matches?.(".nm-help") && target.removeAttribute("data-quiet"));
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) toggleSheet(opener, opener.ariaExpanded !== "true");
    const source = event.target.closest("[data-action]");
    if (source?.dataset.action === "close") closeAround(source);
    if (source?.dataset.action === "more-filters") showPills(source);
    if (event.target.closest(".nm-menu-list button")) event.target.closest(".nm-menu").open = false;
    if (event.target.closest(".nm-side a")) document.querySelectorAll(".nm-tab[aria-expanded=true]").forEach((tab) => toggleSheet(tab, false));
    const select = event.target.matches(".nm-select, .nm-select > span") && event.target.closest(".nm-select").querySelector("select");
    if (select) select.showPicker?.();
  });
  addEventListener("resize", cutPills);
  window.nm = Object.assign(window.nm ?? {}, { cutPills });
})();
