import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassOutputs","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ClassOutputs.md","filePath":"api/epochal/interfaces/ClassOutputs.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ClassOutputs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ClassOutputs</p><h1 id="interface-classoutputs" tabindex="-1">Interface: ClassOutputs <a class="header-anchor" href="#interface-classoutputs" aria-label="Permalink to &quot;Interface: ClassOutputs&quot;">​</a></h1><p>What the outputs of a network that is trained by a loss say of classes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-exclusive"></a> <code>exclusive?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether classes exclude each other, so that the largest output is the class; otherwise each output says yes or no by itself. Left out where the targets tell.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>readonly</code></td><td><code>&quot;logits&quot;</code> | <code>&quot;logProbabilities&quot;</code> | <code>&quot;probabilities&quot;</code> | <code>&quot;scores&quot;</code></td><td>From where on an output means yes: 0.5 for probabilities, 0 for logits and scores.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ClassOutputs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassOutputs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassOutputs as default
};
