import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WhatIfRecorderOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/WhatIfRecorderOptions.md","filePath":"api/epochal/interfaces/WhatIfRecorderOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/WhatIfRecorderOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / WhatIfRecorderOptions</p><h1 id="interface-whatifrecorderoptions" tabindex="-1">Interface: WhatIfRecorderOptions <a class="header-anchor" href="#interface-whatifrecorderoptions" aria-label="Permalink to &quot;Interface: WhatIfRecorderOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-goal"></a> <code>goal?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Goal.html"><code>Goal</code></a></td><td>Which way is better; default <code>minimum</code> for losses. Metrics need it said.</td></tr><tr><td><a id="property-mindelta"></a> <code>minDelta?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>As in <code>earlyStopping</code>; default 0.</td></tr><tr><td><a id="property-monitor"></a> <code>monitor?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>As in <code>earlyStopping</code>; default <code>validation.loss</code>.</td></tr><tr><td><a id="property-patience"></a> <code>patience</code></td><td><code>readonly</code></td><td>readonly (<code>number</code> | <a href="./../type-aliases/Patience.html"><code>Patience</code></a>)[]</td><td>As in <code>earlyStopping</code>, one or more; a number alone counts measurements of what is watched.</td></tr><tr><td><a id="property-report"></a> <code>report?</code></td><td><code>readonly</code></td><td>(<code>text</code>) =&gt; <code>void</code></td><td>Told in words, at once, where one of them would have ended the training.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/WhatIfRecorderOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WhatIfRecorderOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WhatIfRecorderOptions as default
};
