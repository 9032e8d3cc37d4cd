import { computed, type ComputedRef, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { type RowWindow, windowOf } from '../../../model/board/window'

/**
 * Which rows to draw: those in the part of `body` that is both inside its scroller and on the screen. So it works when the list
 * scrolls by itself (desk) and when the whole page does (phone). Printing draws all of them.
 */
export function useRowWindow(
  scroller: Ref<HTMLElement | null>,
  body: Ref<HTMLElement | null>,
  count: ComputedRef<number>,
  rowHeight: Ref<number>,
): ComputedRef<RowWindow> {
  const hidden = ref(0)
  const visible = ref(0)
  const printing = ref(false)
  let frame = 0

  function measure(): void {
    frame = 0
    if (!scroller.value || !body.value) return
    const frameBox = scroller.value.getBoundingClientRect()
    const top = Math.max(0, frameBox.top)
    hidden.value = top - body.value.getBoundingClientRect().top
    visible.value = Math.max(0, Math.min(innerHeight, frameBox.bottom) - top)
  }

  const later = (): void => void (frame ||= requestAnimationFrame(measure))
  const startPrinting = (): void => void (printing.value = true)
  const endPrinting = (): void => void (printing.value = false)
  const resized = new ResizeObserver(later)

  onMounted(() => {
    measure()
    if (scroller.value) resized.observe(scroller.value)
    document.addEventListener('scroll', later, { capture: true, passive: true })
    addEventListener('resize', later)
    addEventListener('beforeprint', startPrinting)
    addEventListener('afterprint', endPrinting)
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    resized.disconnect()
    document.removeEventListener('scroll', later, { capture: true })
    removeEventListener('resize', later)
    removeEventListener('beforeprint', startPrinting)
    removeEventListener('afterprint', endPrinting)
  })

  return computed(() =>
    printing.value ? { first: 0, end: count.value } : windowOf(count.value, rowHeight.value, hidden.value, visible.value),
  )
}
