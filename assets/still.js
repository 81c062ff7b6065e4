// The component Still: what no callback reads is drawn as it comes, without a component of Dash for each element in it.
(() => {
  "use strict";
  const { createElement } = window.React;
  const HTML = "dash_html_components";
  const OWN = /^(id|className|hidden|role|style|tabIndex|aria-.+|data-.+)$/;

  function element({ namespace, type, props: { children, ...own } }, key) {
    if (namespace === HTML) return createElement(type.toLowerCase(), { key, ...own }, drawn(children));
    return createElement(window[namespace][type], { key, setProps() {}, ...own }, drawn(children));
  }

  function drawn(node, key) {
    if (Array.isArray(node)) return node.map(drawn);
    return node?.props ? element(node, key) : node;
  }

  function Still({ tag = "div", content, ...rest }) {
    const own = Object.fromEntries(Object.entries(rest).filter(([name]) => OWN.test(name)));
    return createElement(tag, own, drawn(content));
  }

  window.novamart = { Still };
})();
