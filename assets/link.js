/* The link and the controls are one state: a change of a control pushes a link, a link sets the controls. */
(() => {
  "use strict";
  const PERIOD = "period", FROM = "from", TO = "to", CUSTOM = "custom";
  const SLIDING_MS = 250, PUSHED = "_dashprivate_pushstate";
  const page = { path: null, ids: [], values: {}, rules: { defaults: {}, carried: [], local: [], shared: [] } };
  let awaited = null, sliding = null;

  const list = (value) => (Array.isArray(value) ? value : value === null || value === undefined || value === "" ? [] : [String(value)]);
  const same = (a, b) => [...a].sort().join("\n") === [...b].sort().join("\n");
  const stay = () => window.dash_clientside.no_update;

  function chosen(values) {
    const pairs = {};
    for (const [key, value] of Object.entries(values)) {
      if (!same(list(value), list(page.rules.defaults[key]))) pairs[key] = list(value);
    }
    if (values[PERIOD] === CUSTOM) delete pairs[PERIOD];
    else { delete pairs[FROM]; delete pairs[TO]; }
    return pairs;
  }

  function pairsOf(search) {
    const pairs = {};
    for (const [key, value] of new URLSearchParams(search)) (pairs[key] ??= []).push(value);
    return pairs;
  }

  const carried = () => Object.fromEntries(Object.entries(pairsOf(location.search)).filter(([key]) => page.rules.carried.includes(key)));

  function query(pairs) {
    const text = new URLSearchParams();
    for (const key of Object.keys(pairs).sort()) for (const value of [...new Set(pairs[key])].sort()) text.append(key, value);
    return text.toString();
  }

  const canonical = (values) => query({ ...carried(), ...chosen(values) });
  const address = (link) => location.pathname + (link && "?" + link);

  const datesMissing = (values) => values[PERIOD] === CUSTOM && !(values[FROM] && values[TO] && values[FROM] <= values[TO]);

  function wanted(search) {
    const given = pairsOf(search);
    if (given[FROM] && given[TO]) given[PERIOD] = [CUSTOM];
    const values = {};
    for (const { key } of page.ids) {
      const fallback = page.rules.defaults[key];
      const value = given[key] ?? (key === FROM || key === TO ? list(page.values[key]) : list(fallback));
      values[key] = Array.isArray(fallback) ? value : value[0] ?? "";
    }
    return values;
  }

  function set(values) {
    const changed = page.ids.filter(({ key }) => !same(list(values[key]), list(page.values[key])));
    if (!changed.length) return;
    awaited = canonical(values);
    page.values = values;
    for (const id of changed) window.dash_clientside.set_props(id, { value: values[id.key] });
  }

  /* One control set from outside it: a click in a chart, a × on a pill. */
  function choose(key, value) {
    const id = page.ids.find((known) => known.key === key);
    if (id) window.dash_clientside.set_props(id, { value });
  }

  /* A slider that is held moves the link where it is, once it rests: Back leads out of the sliding, not through it. */
  function slide(link) {
    const path = page.path;
    sliding = setTimeout(() => {
      if (location.pathname !== path) return;
      history.replaceState(history.state, "", address(link));
      window.dash_clientside.set_props("view", { data: link });
    }, SLIDING_MS);
    return stay();
  }

  /* A slider says where it stands, whoever moved it. */
  function label() {
    for (const slider of document.querySelectorAll(".nm-slider")) {
      slider.querySelector("output").value = slider.querySelector("input").value;
    }
  }

  const served = (link) => query(Object.fromEntries(Object.entries(pairsOf(link)).filter(([key]) => !page.rules.local.includes(key))));

  /* A link that the server wrote knows nothing of what the browser answers alone: that stays as it is, but on a reset. */
  function keepLocal() {
    if (!location.search) return;
    const given = pairsOf(location.search), now = chosen(page.values);
    for (const key of page.rules.local) if (!given[key] && now[key]) given[key] = now[key];
    history.replaceState(history.state, "", address(query(given)));
  }

  function moved(event) {
    if (location.pathname !== page.path) return;
    event.stopImmediatePropagation();
    if (event.type === PUSHED) keepLocal();
    set(wanted(location.search));
    window.scrollTo({ top: 0 });
  }

  function cleared(event) {
    const button = event.target.closest('button[id^="{"]');
    const id = button ? JSON.parse(button.id) : {};
    if (id.type !== "clear") return;
    event.preventDefault();
    choose(id.key, page.rules.defaults[id.key]);
  }

  window.addEventListener("popstate", moved);
  window.addEventListener(PUSHED, moved);
  document.addEventListener("click", cleared);

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    link: {
      /* Controls to link: pushes the canonical link and hands it on; silent while a link is still being applied. */
      follow(values, ids, rules, current) {
        requestAnimationFrame(label);
        Object.assign(page, { ids, rules, path: location.pathname, values: Object.fromEntries(ids.map((id, i) => [id.key, values[i]])) });
        if (datesMissing(page.values)) return stay();
        const link = canonical(page.values);
        // The server writes some characters of a link another way: the view is compared, not its writing.
        const shown = link === query(pairsOf(current));
        if (awaited !== null) {
          if (link !== awaited) return stay();
          awaited = null;
          return shown ? stay() : link;
        }
        clearTimeout(sliding);
        if (document.activeElement?.type === "range") return slide(link);
        // A link with values that were ignored is replaced, or Back would bring them into the controls.
        if (shown) history.replaceState(history.state, "", address(link));
        else history.pushState({}, "", address(link));
        return shown ? stay() : link;
      },
      /* What the open page is asked for; each page listens to its own. */
      ask(link, version, theme, rules, pages, asked) {
        page.rules = rules ?? page.rules;
        const wanted = [theme ?? "", version ?? "", served(link ?? "")].join("\n");
        return pages.map((_, i) => (asked[i] === wanted ? stay() : wanted));
      },
      /* A click on a mark filters by its names, one for each filter; a second click undoes it. */
      toggle(click, ...ids) {
        const mark = click?.points?.[0]?.customdata ?? [];
        const names = [mark].flat().slice(0, ids.length).filter((name) => name !== null);
        const on = names.every((name, i) => same(list(page.values[ids[i].key]), [name]));
        names.forEach((name, i) => choose(ids[i].key, on ? [] : [name]));
        return null;
      },
      /* The same, by the filter that a choice names. */
      toggleBy(click, key) {
        return window.dash_clientside.link.toggle(click, { key });
      },
      /* Links to other pages take the filters along, not a page's own choices. */
      carry(link, rules, paths) {
        const taken = [...(rules?.shared ?? []), ...(rules?.carried ?? [])];
        const kept = [...new URLSearchParams(link ?? "")].filter(([key]) => taken.includes(key));
        const text = new URLSearchParams(kept).toString();
        return paths.map(({ path }) => path + (text && "?" + text));
      },
    },
  });
})();
