import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TensorComparison","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/TensorComparison.md","filePath":"api/epochal/interop/interfaces/TensorComparison.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/TensorComparison.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / TensorComparison</p><h1 id="interface-tensorcomparison" tabindex="-1">Interface: TensorComparison <a class="header-anchor" href="#interface-tensorcomparison" aria-label="Permalink to &quot;Interface: TensorComparison&quot;">​</a></h1><p>What became of one tensor.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-absolute"></a> <code>absolute</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The largest <code>|a - b|</code>, infinite where one is no finite number; NaN where shapes differ.</td></tr><tr><td><a id="property-differing"></a> <code>differing</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many numbers are not the same. Without two tensors of one shape: all there are.</td></tr><tr><td><a id="property-equalbits"></a> <code>equalBits</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether all numbers are the same to the bit, in the same dtype.</td></tr><tr><td><a id="property-first"></a> <code>first</code></td><td><code>readonly</code></td><td><a href="./Held.html"><code>Held</code></a> | <code>undefined</code></td><td>What it is in each of both; undefined where there is none of this name.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-relative"></a> <code>relative</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The largest <code>|a - b| / max(|a|, |b|)</code>, from 0 to 2.</td></tr><tr><td><a id="property-second"></a> <code>second</code></td><td><code>readonly</code></td><td><a href="./Held.html"><code>Held</code></a> | <code>undefined</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/TensorComparison.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TensorComparison = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TensorComparison as default
};
