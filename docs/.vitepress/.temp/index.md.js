import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"","description":"","frontmatter":{"layout":"home","hero":{"name":"epochal","text":"Neural networks you can see through","tagline":"Pure TypeScript, readable, reproducible to the bit, and fast. In Node and in browsers.","actions":[{"theme":"brand","text":"Epoch, iteration, batch","link":"/epochs"},{"theme":"alt","text":"Training","link":"/training"},{"theme":"alt","text":"API","link":"/api/"}]},"features":[{"title":"To learn from","details":"Every phase of an iteration is an event with its numbers, and every operation has a readable reference.","link":"/backpropagation"},{"title":"To work with","details":"CSV in, a model out, on the command line or in TypeScript. Interrupted training runs continue to the bit.","link":"/command_line"},{"title":"To rely on","details":"One seed gives one loss curve, compiled or not, on every engine. Gradients are checked, examples are executed.","link":"/fast_path"}]},"headers":[],"relativePath":"index.md","filePath":"index.md"}');
const _sfc_main = { name: "index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
