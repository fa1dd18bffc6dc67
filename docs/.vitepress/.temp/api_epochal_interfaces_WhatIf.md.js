import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WhatIf","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/WhatIf.md","filePath":"api/epochal/interfaces/WhatIf.md"}');
const _sfc_main = { name: "api/epochal/interfaces/WhatIf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / WhatIf</p><h1 id="interface-whatif" tabindex="-1">Interface: WhatIf <a class="header-anchor" href="#interface-whatif" aria-label="Permalink to &quot;Interface: WhatIf&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./WhatIfRecord.html"><code>WhatIfRecord</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-best"></a> <code>best</code></td><td><code>readonly</code></td><td><a href="./Measurement.html"><code>Measurement</code></a></td><td>The best measurement up to there, whose weights would have been put back.</td></tr><tr><td><a id="property-bestofall"></a> <code>bestOfAll</code></td><td><code>readonly</code></td><td><a href="./Measurement.html"><code>Measurement</code></a></td><td>The best measurement of the whole training run.</td></tr><tr><td><a id="property-end"></a> <code>end</code></td><td><code>readonly</code></td><td><a href="./Measurement.html"><code>Measurement</code></a></td><td>Where the training would have ended: the measurement that used patience up, or the last one.</td></tr><tr><td><a id="property-iterationssaved"></a> <code>iterationsSaved</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The iterations that would not have been trained.</td></tr><tr><td><a id="property-missed"></a> <code>missed</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much worse <code>best</code> is than <code>bestOfAll</code>; 0 if nothing would have been missed.</td></tr><tr><td><a id="property-reason"></a> <code>reason</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What <code>earlyStopping</code> would have said; empty if it would not have stopped.</td></tr><tr><td><a id="property-stopped"></a> <code>stopped</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether patience would have run out within the training.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/WhatIf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WhatIf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WhatIf as default
};
