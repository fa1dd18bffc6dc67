import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExchangeCost","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/ExchangeCost.md","filePath":"api/epochal/node/interfaces/ExchangeCost.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/ExchangeCost.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / ExchangeCost</p><h1 id="interface-exchangecost" tabindex="-1">Interface: ExchangeCost <a class="header-anchor" href="#interface-exchangecost" aria-label="Permalink to &quot;Interface: ExchangeCost&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bytessent"></a> <code>bytesSent</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Bytes that each process sends in an iteration: 2 (n - 1)/n of the gradients, in a ring.</td></tr><tr><td><a id="property-exchangeseconds"></a> <code>exchangeSeconds</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Seconds of the exchange in an iteration.</td></tr><tr><td><a id="property-gradientbytes"></a> <code>gradientBytes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Bytes of the gradients of all parameters that learn.</td></tr><tr><td><a id="property-helpsfrom"></a> <code>helpsFrom</code></td><td><code>readonly</code></td><td><code>number</code></td><td>From how many parameters on so many processes are faster than one, with batches of the same size and computing in proportion to the parameters. Infinity where it takes longer to send a gradient than to compute it: then only larger batches help.</td></tr><tr><td><a id="property-iterationseconds"></a> <code>iterationSeconds</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Seconds of an iteration: its share of the computing, and the exchange after it.</td></tr><tr><td><a id="property-processes"></a> <code>processes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-speedup"></a> <code>speedUp</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many times faster than one process; below 1, more processes are slower.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/ExchangeCost.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExchangeCost = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExchangeCost as default
};
