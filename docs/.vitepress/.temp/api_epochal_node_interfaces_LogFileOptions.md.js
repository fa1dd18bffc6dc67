import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LogFileOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/LogFileOptions.md","filePath":"api/epochal/node/interfaces/LogFileOptions.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/LogFileOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / LogFileOptions</p><h1 id="interface-logfileoptions" tabindex="-1">Interface: LogFileOptions <a class="header-anchor" href="#interface-logfileoptions" aria-label="Permalink to &quot;Interface: LogFileOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-filesystem"></a> <code>fileSystem?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/AppendingFileSystem.html"><code>AppendingFileSystem</code></a></td><td>-</td></tr><tr><td><a id="property-warn"></a> <code>warn?</code></td><td><code>readonly</code></td><td>(<code>message</code>) =&gt; <code>void</code></td><td>Told of a log that has lost lines; by default Node prints a warning.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/LogFileOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LogFileOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LogFileOptions as default
};
