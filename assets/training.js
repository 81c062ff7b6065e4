/* What was trained is shown as soon as it is there: the page asks again for what it shows. */
(() => {
  "use strict";
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    training: {
      refill(done, asked, id) {
        if (done) window.dash_clientside.set_props(id, { data: asked });
      },
    },
  });
})();
