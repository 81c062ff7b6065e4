/* A page moves to newly published data as one: every few seconds the server is asked which version it serves.
   Versions sort by time, so a worker that has not opened the newest one yet takes no page back. */
(() => {
  "use strict";
  const EVERY = 4000;
  const STORE = "version";

  async function ask() {
    const shown = window.dash_component_api?.getLayout(STORE)?.props.data;
    if (document.hidden || !shown) return;
    try {
      const answer = await fetch("/version", { cache: "no-store" });
      const version = answer.ok ? await answer.text() : "";
      if (version > shown) window.dash_clientside.set_props(STORE, { data: version });
    } catch { /* the next question will tell */ }
  }

  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
})();
