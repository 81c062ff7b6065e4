// A link to another view of the same page that keeps one's place on it: a heading that sorts, a step to more rows.
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-stay]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const place = scrollY;
    history.pushState({}, "", link.href);
    dispatchEvent(new Event("_dashprivate_pushstate"));
    scrollTo({ top: place });
  });
})();
