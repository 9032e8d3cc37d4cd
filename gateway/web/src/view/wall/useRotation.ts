import { computed, type ComputedRef, onScopeDispose, ref, type Ref } from 'vue'
import { Rotation, stepped } from '../../model/board/rotation'

export interface PanelRotation {
  index: ComputedRef<number>
  paused: Ref<boolean>
  step: (by: 1 | -1) => void
  toggle: () => void
}

/** Panels in turns; space holds, the arrow keys step. */
export function useRotation(count: () => number, seconds: number): PanelRotation {
  const at = ref(0)
  const paused = ref(false)
  const rotation = new Rotation(seconds * 1_000, () => (at.value = stepped(at.value, 1, count())))

  function step(by: 1 | -1): void {
    at.value = stepped(at.value, by, count())
    rotation.start()
  }

  function toggle(): void {
    paused.value = !paused.value
    rotation.hold(paused.value)
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1)
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1)
    // On a button the space bar is the button's own.
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) toggle()
    else return
    event.preventDefault()
  }

  addEventListener('keydown', onKey)
  rotation.start()
  onScopeDispose(() => {
    removeEventListener('keydown', onKey)
    rotation.stop()
  })
  return { index: computed(() => Math.min(at.value, Math.max(0, count() - 1))), paused, step, toggle }
}
