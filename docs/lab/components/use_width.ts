/** How wide an element is, so that a picture in it is laid out for its room and its texts stay equally large. */
import { onMounted, onUnmounted, type Ref, ref } from 'vue';

/** @param initial in pixels: what is drawn for before anything has been measured */
export function useWidth(element: Ref<Element | undefined>, initial = 640): Ref<number> {
  const width = ref(initial);
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (element.value === undefined) return;
    observer = new ResizeObserver(([{ contentRect }]) => {
      width.value = Math.max(120, Math.round(contentRect.width));
    });
    observer.observe(element.value);
  });
  onUnmounted(() => observer?.disconnect());
  return width;
}
