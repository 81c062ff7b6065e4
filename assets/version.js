/* A page moves to newly published data as one: every few seconds the server is asked which version it serves. */
(() => {
  "use strict";
  const EVERY = 4000;
  let seen = null;

  async function ask() {
    if (document.hidden) return;
    try {
      const answer = await fetch("/version", { cache: "no-store" });
      const version = answer.ok ? await answer.text() : "";
      if (version && seen && version !== seen) window.dash_clientside.set_props("version", { data: version });
    } catch { /* the next question will tell */ }
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    version: { remember(version) { seen = version; return window.dash_clientside.no_update; } },
  });
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
})();
