// A callback that fails leaves the old figures standing: this says so instead of leaving them silently stale.
(() => {
  const CALLBACK = "_dash-update-component";
  const MISSED = "Part of this page could not be updated";
  const plainFetch = window.fetch;
  let leaving = false;

  const retry = { label: "Try again", run: () => location.reload() };
  const isCallback = (target) => String(target?.url ?? target).includes(CALLBACK);

  function signIn() {
    const here = location.pathname + location.search;
    location.assign(`/login?next=${encodeURIComponent(here)}`);
    return new Promise(() => {});
  }

  function missed(reason) {
    if (!leaving) window.nm.toast(`${MISSED}: ${reason}.`, retry);
  }

  async function watchedFetch(target, options) {
    try {
      const answer = await plainFetch(target, options);
      if (!isCallback(target) || answer.ok) return answer;
      // The page is leaving: an answer now would only make Dash report an error of its own.
      if (answer.status === 401) return signIn();
      report(answer);
      return answer;
    } catch (error) {
      if (isCallback(target) && error.name !== "AbortError") missed("the server could not be reached");
      throw error;
    }
  }

  function report(answer) {
    const reference = answer.headers.get("X-Request-ID");
    missed(reference ? `report no. ${reference}` : `the server answered ${answer.status}`);
  }

  addEventListener("pagehide", () => (leaving = true));
  window.fetch = watchedFetch;
})();
