import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HistoryData","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/HistoryData.md","filePath":"api/epochal/interfaces/HistoryData.md"}');
const _sfc_main = { name: "api/epochal/interfaces/HistoryData.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / HistoryData</p><h1 id="interface-historydata" tabindex="-1">Interface: HistoryData <a class="header-anchor" href="#interface-historydata" aria-label="Permalink to &quot;Interface: HistoryData&quot;">​</a></h1><p>The plain data of a history.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./History.html"><code>History</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td>readonly <a href="./EpochRecord.html"><code>EpochRecord</code></a>[]</td></tr><tr><td><a id="property-iterations"></a> <code>iterations</code></td><td><code>readonly</code></td><td>readonly <a href="./IterationRecord.html"><code>IterationRecord</code></a>[]</td></tr><tr><td><a id="property-validations"></a> <code>validations</code></td><td><code>readonly</code></td><td>readonly <a href="./ValidationRecord.html"><code>ValidationRecord</code></a>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/HistoryData.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HistoryData = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HistoryData as default
};
