import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExportOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/ExportOptions.md","filePath":"api/epochal/interop/interfaces/ExportOptions.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/ExportOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / ExportOptions</p><h1 id="interface-exportoptions" tabindex="-1">Interface: ExportOptions <a class="header-anchor" href="#interface-exportoptions" aria-label="Permalink to &quot;Interface: ExportOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Default: what the model has learned.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Default: what the model has learned.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether ONNX gives the name (or number) of the most probable class as well; default false.</td></tr><tr><td><a id="property-modules"></a> <code>modules?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>For PyTorch: the names of its modules, in the order of the layers with parameters.</td></tr><tr><td><a id="property-probabilities"></a> <code>probabilities?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the outputs are made into probabilities, in the order of the class names: by softmax, or of one output by sigmoid, as <code>[1 - p, p]</code>. Default: where there are class names.</td></tr><tr><td><a id="property-scalers"></a> <code>scalers?</code></td><td><code>readonly</code></td><td>readonly <a href="./../../data/interfaces/Scaler.html"><code>Scaler</code></a>[]</td><td>Scalers of inputs and targets, in the order in which they were applied; default none.</td></tr><tr><td><a id="property-to"></a> <code>to</code></td><td><code>readonly</code></td><td><code>&quot;onnx&quot;</code> | <code>&quot;pytorch&quot;</code> | <code>&quot;safetensors&quot;</code></td><td>The format to write.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/ExportOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExportOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExportOptions as default
};
