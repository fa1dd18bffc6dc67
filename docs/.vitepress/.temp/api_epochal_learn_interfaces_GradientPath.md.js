import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradientPath","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/GradientPath.md","filePath":"api/epochal/learn/interfaces/GradientPath.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/GradientPath.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / GradientPath</p><h1 id="interface-gradientpath" tabindex="-1">Interface: GradientPath <a class="header-anchor" href="#interface-gradientpath" aria-label="Permalink to &quot;Interface: GradientPath&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-factor"></a> <code>factor</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Slopes of activations and weights from the unit&#39;s sum to the output, multiplied.</td></tr><tr><td><a id="property-outputgradient"></a> <code>outputGradient</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How the mean loss changes with that output.</td></tr><tr><td><a id="property-units"></a> <code>units</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The unit of each dense layer behind this one that the path goes through; the last is an output.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/GradientPath.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradientPath = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradientPath as default
};
