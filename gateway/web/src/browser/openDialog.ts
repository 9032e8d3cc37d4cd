/**
 * Opens a dialog above the page and keeps the keyboard inside it. Safari 14 and Firefox 91, which are among the declared targets, can't
 * do that by themselves; only they load the polyfill.
 */
export async function openDialog(box: HTMLDialogElement | null): Promise<void> {
  if (!box) return
  if (!('showModal' in box)) {
    const [{ default: polyfill }] = await Promise.all([import('dialog-polyfill'), import('dialog-polyfill/dist/dialog-polyfill.css')])
    polyfill.registerDialog(box)
  }
  if (box.isConnected && !box.open) box.showModal() // eslint-disable-line no-restricted-syntax -- this is the one place
}
