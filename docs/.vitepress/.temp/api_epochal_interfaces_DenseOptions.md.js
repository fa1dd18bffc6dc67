import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DenseOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/DenseOptions.md","filePath":"api/epochal/interfaces/DenseOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/DenseOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / DenseOptions</p><h1 id="interface-denseoptions" tabindex="-1">Interface: DenseOptions <a class="header-anchor" href="#interface-denseoptions" aria-label="Permalink to &quot;Interface: DenseOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-biasconstraint"></a> <code>biasConstraint?</code></td><td><code>readonly</code></td><td><a href="./Constraint.html"><code>Constraint</code></a></td><td>The same for the bias, where there is one.</td></tr><tr><td><a id="property-biasinitializer"></a> <code>biasInitializer?</code></td><td><code>readonly</code></td><td><a href="./Initializer.html"><code>Initializer</code></a></td><td>Default: zeros.</td></tr><tr><td><a id="property-biaspenalty"></a> <code>biasPenalty?</code></td><td><code>readonly</code></td><td><a href="./Penalty.html"><code>Penalty</code></a></td><td>The same for the bias, where there is one.</td></tr><tr><td><a id="property-units"></a> <code>units</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many outputs.</td></tr><tr><td><a id="property-usebias"></a> <code>useBias?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether a bias is added; default true.</td></tr><tr><td><a id="property-weightconstraint"></a> <code>weightConstraint?</code></td><td><code>readonly</code></td><td><a href="./Constraint.html"><code>Constraint</code></a></td><td>Where an update may not lead; default anywhere.</td></tr><tr><td><a id="property-weightinitializer"></a> <code>weightInitializer?</code></td><td><code>readonly</code></td><td><a href="./Initializer.html"><code>Initializer</code></a></td><td>Default: what the activation that follows asks for, or else <code>glorotUniform</code>.</td></tr><tr><td><a id="property-weightpenalty"></a> <code>weightPenalty?</code></td><td><code>readonly</code></td><td><a href="./Penalty.html"><code>Penalty</code></a></td><td>What large weights cost, as part of the training loss; default nothing.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/DenseOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DenseOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DenseOptions as default
};
