import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"15. Whole numbers are classes where classes are asked for","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0015_classes_by_number.md","filePath":"decisions/0015_classes_by_number.md"}');
const _sfc_main = { name: "decisions/0015_classes_by_number.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="15-whole-numbers-are-classes-where-classes-are-asked-for" tabindex="-1">15. Whole numbers are classes where classes are asked for <a class="header-anchor" href="#15-whole-numbers-are-classes-where-classes-are-asked-for" aria-label="Permalink to &quot;15. Whole numbers are classes where classes are asked for&quot;">​</a></h1><p><strong>Decided:</strong> a whole number for each sample is a class where the loss, the metric or the function asks for classes, whatever it is stored as; it stays a number otherwise.</p><p><strong>Why:</strong> <code>targets: [0, 1, 2]</code>, three units and <code>softmaxCrossEntropy()</code> are what everyone types first. A plain list says nothing of its meaning: 0, 1 and 2 may be classes or numbers of rooms. Three rules were weighed.</p><ol><li><em>By the data</em>: whole numbers become classes in <code>fromArrays</code>. Then a regression on counts changes its meaning with its values, and nobody sees it.</li><li><em>By the declaration</em>: only <code>classNames</code>, strings and int32 make classes. That is safe, and was the rule; it led through errors whose remedies were wrong for classes, and no other library asks for it.</li><li><em>By the loss</em>: the numbers stay what they are until someone asks for classes.</li></ol><p>The third holds. A loss for classes takes a whole number for each sample, in any dtype, flat or as a column, and one number beside several outputs can be nothing else, so nothing is guessed. Metrics, <code>confusionMatrix</code>, <code>evaluate</code>, streams and cross-validation follow, with the same bits as int32 classes. <code>stratify</code>, <code>oneHotTargets</code> and <code>balancedClassWeights</code>, where no loss is present, ask for classes by themselves: they take whole numbers from 0 of which each up to the largest occurs, so that measurements that happen to be whole are refused and not made into hundreds of classes.</p><p><code>klDivergence</code> compares distributions and takes no classes. What is not a class costs NaN in a loss that is called directly, as an int32 class out of range does, and is refused before training by the Trainer.</p><p><code>fromArrays({ classes })</code> says it outright, for one-hot rows and labels of few bits, too. <code>targets</code> stay float where nothing was said, since the dataset cannot know what will ask.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0015_classes_by_number.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0015_classes_by_number = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0015_classes_by_number as default
};
