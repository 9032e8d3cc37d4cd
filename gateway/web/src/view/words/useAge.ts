import { useWords } from '../../i18n'

/** An age in words, in its largest whole unit. */
export function useAge(): (milliseconds: number) => string {
  const { t } = useWords()
  return (milliseconds) => {
    const seconds = Math.floor(milliseconds / 1000)
    if (seconds < 5) return t('age.now')
    if (seconds < 60) return t('age.seconds', { n: seconds })
    if (seconds < 3_600) return t('age.minutes', { n: Math.floor(seconds / 60) })
    if (seconds < 86_400) return t('age.hours', { n: Math.floor(seconds / 3_600) })
    return t('age.days', { n: Math.floor(seconds / 86_400) })
  }
}
