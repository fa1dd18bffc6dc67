import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"17. Axes are our own, and no chart library draws","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0017_our_own_axes.md","filePath":"decisions/0017_our_own_axes.md"}');
const _sfc_main = { name: "decisions/0017_our_own_axes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="17-axes-are-our-own-and-no-chart-library-draws" tabindex="-1">17. Axes are our own, and no chart library draws <a class="header-anchor" href="#17-axes-are-our-own-and-no-chart-library-draws" aria-label="Permalink to &quot;17. Axes are our own, and no chart library draws&quot;">​</a></h1><p><strong>Decided:</strong> <code>src/charts/</code> computes its axes in 170 lines (<code>axis.ts</code>, <code>ticks.ts</code>), and writes SVG as text. It could take <code>d3-scale</code> and <code>d3-shape</code>, which everyone knows, or Observable Plot, which needs a DOM to draw into.</p><p><strong>Why.</strong> A chart here is one description that is drawn twice, as characters and as a picture, by the command, the report, the documents and the lab. What a library would do of that are ticks and scales; a path of straight lines is <code>M</code> and <code>L</code>. Measured for d3-scale 4.0.2 and d3-shape 3.2.0:</p><table tabindex="0"><thead><tr><td></td><th>ours</th><th>d3</th></tr></thead><tbody><tr><td>packages</td><td>0</td><td>10, with their dependencies</td></tr><tr><td>min + gzip, of linear and logarithmic axes with ticks</td><td>2.3 KB</td><td>15.1 KB</td></tr><tr><td>all of <code>lossChart</code>, both drawings</td><td>9.5 KB</td><td></td></tr><tr><td>ticks from -1.7e308 to 1.7e308, about six</td><td>-1e308, 0, 1e308</td><td>one</td></tr><tr><td>ticks from 0 to 5e-324</td><td>both ends</td><td>none</td></tr><tr><td>ticks from 1e16 to 1e16 + 2</td><td>both ends</td><td>five, of which four are one number</td></tr><tr><td>the place of 1.7e308 from -1.7e308 to 1.7e308</td><td>1</td><td>NaN</td></tr><tr><td>logarithms</td><td>ours, the same bits everywhere</td><td><code>Math.log</code>, which engines define</td></tr><tr><td>in CommonJS</td><td>yes</td><td>from Node 20.19 on; they are ES modules</td></tr></tbody></table><p>Losses that diverge are what people look at charts for, so an axis has to hold any numbers that float64 has; and a picture that is the same to the byte on every machine can be committed and compared. For ordinary ranges there is no difference: both name multiples of 1, 2 and 5 times a power of ten.</p><p><strong>Pictures without ids.</strong> Titles and descriptions could be referred to by <code>aria-labelledby</code>, which needs ids that are unique in a page that we do not know. <code>aria-label</code> holds the same text and needs none. Rules of style begin with the theme, so that a light picture and a dark one stand in one page.</p><p><strong>What it costs.</strong> No axes of dates, no areas, no animation. Widths of texts are estimated, rather too wide than too narrow, because nobody has laid them out yet.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0017_our_own_axes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0017_our_own_axes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0017_our_own_axes as default
};
