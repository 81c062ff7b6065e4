// What the shell and its parts do by themselves: theme, links, toasts, notices, the page in the navigation.
(() => {
  const root = document.documentElement;
  const YEAR = 31536000;
  const TOAST_MS = 5000;

  function toast(text, action) {
    const box = document.createElement("div");
    box.className = "nm-toast";
    box.append(text);
    if (action) box.append(button(action));
    document.getElementById("toasts")?.replaceChildren(box);
    setTimeout(() => box.remove(), action ? 3 * TOAST_MS : TOAST_MS);
  }

  function button({ label, run }) {
    const element = document.createElement("button");
    element.type = "button";
    element.append(label);
    element.addEventListener("click", run);
    return element;
  }

  function reload() {
    location.reload();
  }

  function switchTheme() {
    const theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
    root.dataset.bsTheme = theme;
    root.dataset.agThemeMode = theme;
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
    dash_clientside.set_props("theme", { data: theme });
  }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      toast("Link to this view copied");
    } catch {
      toast("The browser did not allow copying: take the link from the address bar");
    }
  }

  const actions = {
    theme: switchTheme,
    "copy-link": copyLink,
    reload,
    dismiss: (source) => (source.closest(".nm-notice").hidden = true),
  };

  document.addEventListener("click", (event) => {
    const source = event.target.closest?.("[data-action]");
    if (source) actions[source.dataset.action]?.(source);
  });

  // A page still waiting for its rows asks again until they are there.
  setInterval(async () => {
    if (!document.querySelector("[data-waiting]")) return;
    const answer = await fetch("/readyz").catch(() => null);
    if (answer?.ok) return reload();
    const step = document.querySelector("[data-waiting-step]");
    const [, said] = (await answer?.text())?.split("loading, ") ?? [];
    if (step && said) step.textContent = said;
  }, 2000);

  function markPage(path) {
    let name = "";
    for (const link of document.querySelectorAll(".nm-nav-link, .nm-tab[href]")) {
      const here = pathOf(link) === path;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      if (here) name = link.textContent;
    }
    markTab();
    return name;
  }

  // A page without a tab of its own is behind the one that its group shares, else behind More.
  function markTab() {
    const more = document.querySelector(".nm-tab[data-opens]");
    const page = document.querySelector(".nm-nav-link[aria-current]:not(.nm-nav-tabbed)");
    const tabbed = [...(page?.parentElement.querySelectorAll(".nm-nav-tabbed") ?? [])].map(pathOf);
    const shared = [...document.querySelectorAll(".nm-tab-shared")].find((link) => tabbed.includes(pathOf(link)));
    more?.removeAttribute("aria-current");
    if (page) (shared ?? more)?.setAttribute("aria-current", "true");
  }

  // The column that a table is sorted by is seen beside the names, also where a phone shows but two.
  function showSorted() {
    for (const box of document.querySelectorAll(".nm-table-scroll")) {
      const [name, column] = [box.querySelector("th"), box.querySelector("thead .nm-sorted")];
      if (column && column.offsetLeft + column.offsetWidth > box.scrollLeft + box.clientWidth) {
        box.scrollLeft = column.offsetLeft - name.offsetWidth;
      }
    }
  }

  const pathOf = (link) => new URL(link.href).pathname;

  window.nm = Object.assign(window.nm ?? {}, { toast });
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    ui: {
      page: (path) => markPage(path),
      sorted: () => void requestAnimationFrame(showSorted),
      failure(data) {
        if (data) toast(`Part of this page could not be updated. Report no. ${data.reference}`, { label: "Try again", run: reload });
        return dash_clientside.no_update;
      },
      filters(faces) {
        const inForce = faces.filter((face) => face?.props && "data-in-force" in face.props).length;
        requestAnimationFrame(window.nm.cutPills);
        return inForce ? ` · ${inForce}` : "";
      },
    },
  });
})();
