import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExchangeOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/ExchangeOptions.md","filePath":"api/epochal/node/interfaces/ExchangeOptions.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/ExchangeOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / ExchangeOptions</p><h1 id="interface-exchangeoptions" tabindex="-1">Interface: ExchangeOptions <a class="header-anchor" href="#interface-exchangeoptions" aria-label="Permalink to &quot;Interface: ExchangeOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bytespersecond"></a> <code>bytesPerSecond?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Bytes a second between two of them; default 1.25e9, ten gigabits.</td></tr><tr><td><a id="property-latency"></a> <code>latency?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Seconds until a message arrives; default 1e-4.</td></tr><tr><td><a id="property-processes"></a> <code>processes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many processes compute.</td></tr><tr><td><a id="property-secondsperiteration"></a> <code>secondsPerIteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Seconds that one process takes for an iteration, as was measured.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/ExchangeOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExchangeOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExchangeOptions as default
};
