import { ref, onMounted, onUnmounted } from "vue";
function useWidth(element, initial = 640) {
  const width = ref(initial);
  let observer;
  onMounted(() => {
    if (element.value === void 0) return;
    observer = new ResizeObserver(([{ contentRect }]) => {
      width.value = Math.max(120, Math.round(contentRect.width));
    });
    observer.observe(element.value);
  });
  onUnmounted(() => observer == null ? void 0 : observer.disconnect());
  return width;
}
export {
  useWidth as u
};
