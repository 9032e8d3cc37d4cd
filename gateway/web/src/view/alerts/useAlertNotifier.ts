import { onScopeDispose, ref, type Ref, watch } from 'vue'
import type { AlertView } from '../../client/types'
import { useWords } from '../../i18n'
import { AlertNotifier, claimAcrossTabs, type NotifySettings, readSettings, writeSettings } from '../../model/alerts/alert-notifier'

/** Browsers keep a page silent until somebody touched it; true while this one can't sound for that. */
export const muted = ref(false)
let audio: AudioContext | null = null
/** Milliseconds a sound device may take. */
const STARTING = 3_000

/** Makes ready to sound; with a touch under way also after a reload. */
function prepare(): AudioContext {
  // eslint-disable-next-line compat/compat -- Safari 14 has it under its older name
  audio ??= new (globalThis.AudioContext ?? (globalThis as unknown as { webkitAudioContext: typeof AudioContext }).webkitAudioContext)()
  audio.onstatechange = () => (muted.value = audio?.state !== 'running')
  muted.value = audio.state !== 'running'
  if (muted.value) void audio.resume().catch(() => undefined)
  return audio
}

/** Two short notes, made here: no file to load, and nothing a proxy could hold back. */
export async function beep(): Promise<void> {
  const audio = prepare()
  // A page that may not sound waits for its first touch here; what is missed until then is not made up for.
  if (audio.state !== 'running') await Promise.race([audio.resume(), new Promise((done) => setTimeout(done, STARTING))])
  if (audio.state !== 'running') return
  for (const [start, pitch] of [[0, 880], [0.18, 1174.7]] as const) {
    const [note, volume] = [audio.createOscillator(), audio.createGain()]
    note.frequency.value = pitch
    const at = audio.currentTime + start
    volume.gain.setValueAtTime(0.0001, at)
    volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.16)
    note.connect(volume).connect(audio.destination)
    note.start(at)
    note.stop(at + 0.17)
  }
}

/** Announces a board's new alerts the way this browser was told to. */
export function useAlertNotifier(alerts: () => readonly AlertView[] | null, open: (unit: string) => void): { settings: Ref<NotifySettings> } {
  const { t } = useWords()
  const settings = ref(readSettings())
  watch(settings, (chosen) => writeSettings(chosen), { deep: true })

  const notifier = new AlertNotifier({ settings: () => settings.value, claim: (ids) => claimAcrossTabs(ids), show, beep, canBeep: () => !muted.value })
  const touched = (): void => void (settings.value.sound && muted.value && prepare())
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, touched, { passive: true })
  onScopeDispose(() => {
    for (const name of ['pointerdown', 'keydown']) removeEventListener(name, touched)
  })
  watch(() => settings.value.sound, (wanted) => void (wanted && prepare()), { immediate: true })

  watch(alerts, (found) => void (found && notifier.update(found)), { immediate: true })

  function show(announced: AlertView[]): void {
    if (!('Notification' in window) || Notification.permission !== 'granted') return
    const [first] = announced
    if (!first) return
    const title = announced.length === 1 ? t('channels.notify.one', { kind: t(`alerts.kinds.${first.kind}`), unit: first.unitName }) : t('channels.notify.many', { n: announced.length })
    const body = announced.length === 1 ? '' : announced.slice(0, 3).map((alert) => alert.unitName).join('\n')
    // eslint-disable-next-line compat/compat -- only who allowed it comes here
    const notification = new Notification(title, { body, tag: first.id, icon: '/mark.svg' })
    notification.onclick = () => {
      window.focus()
      if (announced.length === 1) open(first.unit)
      notification.close()
    }
  }

  return { settings }
}
