import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelExtras","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ModelExtras.md","filePath":"api/epochal/persistence/interfaces/ModelExtras.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ModelExtras.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ModelExtras</p><h1 id="interface-modelextras" tabindex="-1">Interface: ModelExtras <a class="header-anchor" href="#interface-modelextras" aria-label="Permalink to &quot;Interface: ModelExtras&quot;">​</a></h1><p>What a model file may hold beside the model.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the classes, by number.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the columns of the inputs.</td></tr><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><code>string</code> | <a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>The loss that it was trained with, or its name: it knows what outputs are.</td></tr><tr><td><a id="property-lossoptions"></a> <code>lossOptions?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;</td><td>What that loss was made with, such as <code>{ delta: 0.5 }</code>, where it was not made without options.</td></tr><tr><td><a id="property-metadata"></a> <code>metadata?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>Texts of your own, such as <code>{ author: &#39;me&#39; }</code>.</td></tr><tr><td><a id="property-scalers"></a> <code>scalers?</code></td><td><code>readonly</code></td><td>readonly <a href="./../../data/interfaces/Scaler.html"><code>Scaler</code></a>[]</td><td>Scalers of inputs and targets, in the order in which they were applied.</td></tr><tr><td><a id="property-schema"></a> <code>schema?</code></td><td><code>readonly</code></td><td><a href="./CsvSchema.html"><code>CsvSchema</code></a></td><td>How the columns of a CSV file become the numbers that are scaled.</td></tr><tr><td><a id="property-task"></a> <code>task?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Task.html"><code>Task</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ModelExtras.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelExtras = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelExtras as default
};
