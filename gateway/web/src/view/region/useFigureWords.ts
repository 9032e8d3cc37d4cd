import { useWords } from '../../i18n'
import { percentText } from '../../model/board/percent'
import type { Figure, Metric } from '../../model/region/figures'
import type { Ranked } from '../../model/region/ranking'

export interface FigureWords {
  value: (metric: Metric, figure: Figure) => string
  level: (figure: Figure) => string
  rank: (ranked: Pick<Ranked<unknown>, 'rank' | 'tied'>) => string
  basis: (figure: Figure) => string
}

/** A figure, its standing and its rank in words. */
export function useFigureWords(): FigureWords {
  const { t } = useWords()
  return {
    value: (metric, figure) => (metric === 'overdue' && figure.value !== null ? t('regional.count', { n: figure.value }) : percentText(figure.value)),
    level: ({ better, level }) => (better === 'low' ? t(`regional.lowLevels.${level}`) : t(`regional.levels.${level}`)),
    rank: ({ rank, tied }) => (rank === null ? t('regional.noRank') : tied ? t('regional.rankTied', { n: rank }) : t('regional.rankOf', { n: rank })),
    basis: ({ of }) => (of ? t('regional.of', { part: of.part, whole: of.whole }) : '—'),
  }
}
