/**
 * Holds fields with `data-most="100"` to that many characters as the server counts them: a rare character such as 𠮷 is one. The
 * browser's own `maxlength` counts it as two. A character that is still being composed is left alone until it is done.
 */
export function holdToMostCharacters(root: Document = document): void {
  root.addEventListener('input', (event) => !(event as InputEvent).isComposing && cut(event.target), { capture: true })
  root.addEventListener('compositionend', (event) => cut(event.target), { capture: true })
}

function cut(field: EventTarget | null): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const most = Number(field.dataset.most)
  if (!most || field.value.length <= most) return
  const characters = [...field.value]
  if (characters.length <= most) return
  const at = field.selectionStart ?? field.value.length
  field.value = characters.slice(0, most).join('')
  field.setSelectionRange(Math.min(at, field.value.length), Math.min(at, field.value.length))
}
