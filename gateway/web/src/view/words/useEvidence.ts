import { useWords } from '../../i18n'
import { periodText } from '../../model/time/civil-time'
import { evidenceOf, isPeriod } from '../../model/unit/evidence'

export interface NamedEvidence {
  word: string
  /** Where it stands on its unit's page; null when it has no place there. */
  anchor: string | null
}

/** What an evidence key stands for, in words; one of a new sort is shown as it is. */
export function useEvidence(): (key: string) => NamedEvidence {
  const { t, locale } = useWords()
  return (key) => {
    const { sort, id, anchor } = evidenceOf(key)
    if (sort === 'other') return { word: id, anchor }
    return { word: t(`unit.${sort}Evidence`, { id: isPeriod(id) ? periodText(id, locale.value) : id }), anchor }
  }
}
