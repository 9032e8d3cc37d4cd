import type { HistoryEntry } from '../../client/types'

/** What a fact is about. */
export type Topic = 'coverage' | 'issues' | 'measures' | 'roster'

export const TOPICS: readonly Topic[] = ['coverage', 'issues', 'measures', 'roster']

const STARTS: readonly [RegExp, Topic][] = [
  [/^(visit|period-(opened|due-soon|satisfied|missed|exempted|excused|restated)|late-visit|flagged-visit)/, 'coverage'],
  [/^(issue|extension|look-back|referral|harm|major|deadline|self-check|complaint)/, 'issues'],
  [/^(unit-registered|profile|inspector|deputy|responsible)/, 'roster'],
]

/** Whatever is not listed came with the ladder. */
export const topicOf = (kind: string): Topic => STARTS.find(([start]) => start.test(kind))?.[1] ?? 'measures'

export interface TimelineFilter { topic: Topic | null; byPeople: boolean }

/** What the system found by itself, such as a deadline that passed, is not by people. */
export const selectEntries = (entries: readonly HistoryEntry[], filter: TimelineFilter): HistoryEntry[] =>
  entries.filter((entry) => (filter.topic === null || topicOf(entry.kind) === filter.topic) && !(filter.byPeople && entry.actor === 'system'))
