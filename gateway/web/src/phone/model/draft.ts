import type { FieldUnit } from '../../client/field-types'
import type { IssueView, Text, UnitKind, VisitKind, VisitSlot } from '../../client/types'
import type { Answers } from '../../model/checklist/checklist'
import { bracketOf, isSimulated, iso, timeOrOwn, type ClockBracket, type ClockReading } from './clock'
import type { FindingDraft } from '../../model/checklist/findings'

export type Method = 'Briefing' | 'SiteInspection' | 'RecordsReview' | 'Questionnaire' | 'Interview' | 'CampusPatrol' | 'LessonObservation' | 'MeetingAttendance'
export type RemarkFinding = 'Rectified' | 'InProgress' | 'NotRectified'

export interface Remark { finding: RemarkFinding | null; text: string }

export interface Place { latitude: number; longitude: number; accuracyMetres: number; mocked: boolean }

/** Why the server sent a visit back. */
export interface Returned { at: string; code: string; message: Text | null; accepted: Text | null; field: string | null; opId: string }

/** A visit being filled in. Everything in it outlives the tab. */
export interface Draft {
  id: string
  /** Account it belongs to: nobody else on this phone sees or sends it. */
  owner: string
  inspector: string
  /** Grows with each save, so that two tabs can't overwrite each other unnoticed. */
  revision: number
  savedAt: string
  unit: { key: string; name: string; town: string | null; kind: UnitKind; category: string }
  form: string
  kind: VisitKind
  slot: VisitSlot
  unannounced: boolean
  companions: string[]
  methods: Partial<Record<Method, number>>
  /** True time, as well as the device could tell. */
  startedAt: string
  /** Null until the inspector says so; then the moment of handing in. */
  endedAt: string | null
  bracket: ClockBracket | null
  /** Begun in a sandbox, whose hours pass while one types. */
  simulated: boolean
  place: Place | null
  /** What the screen at the gate showed; missing in drafts from before it was asked for. */
  gateCode?: string
  answers: Answers
  /** Issues known to be open, as they were when the copy was taken. */
  issues: IssueView[]
  remarks: Record<number, Remark>
  findings: FindingDraft[]
  highlights: string
  advice: string
  note: string
  photos: string[]
  plan: string | null
  returned: Returned | null
}

export interface Start { kind: VisitKind; slot: VisitSlot; unannounced: boolean; plan: string | null }

export const METHODS: readonly Method[] = ['SiteInspection', 'Briefing', 'RecordsReview', 'CampusPatrol', 'LessonObservation', 'Interview', 'Questionnaire', 'MeetingAttendance']
export const KINDS: readonly VisitKind[] = ['Regular', 'Special', 'Covert', 'LookBack', 'Central', 'OwnChoice']
export const SLOTS: readonly VisitSlot[] = ['Morning', 'Afternoon', 'Evening']
export const REMARK_FINDINGS: readonly RemarkFinding[] = ['Rectified', 'InProgress', 'NotRectified']
export const MAX_PHOTOS = 20
export const MAX_COMPANIONS = 10
export const SHORTEST = 60_000
export const LONGEST = 12 * 3_600_000

/** What a visit in a sandbox takes when nobody says otherwise. */
const SIMULATED_LENGTH = 3_600_000

const CIVIL_OFFSET = 8

/** Half a day by the clock in Asia/Shanghai. */
export function slotAt(instant: number): VisitSlot {
  const hour = (new Date(instant).getUTCHours() + CIVIL_OFFSET) % 24
  return hour < 12 ? 'Morning' : hour < 18 ? 'Afternoon' : 'Evening'
}

export function begin(id: string, owner: string, inspector: string, form: string, unit: FieldUnit, start: Start, reading: ClockReading | null, device: number): Draft {
  const now = iso(timeOrOwn(reading, device))
  return {
    id, owner, inspector, form,
    revision: 0,
    savedAt: now,
    unit: { key: unit.row.unit, name: unit.row.name, town: unit.row.townName, kind: unit.row.kind, category: unit.row.category },
    ...start,
    companions: [],
    methods: { SiteInspection: 1 },
    startedAt: now,
    endedAt: null,
    bracket: bracketOf(reading),
    simulated: isSimulated(reading),
    place: null,
    answers: {},
    issues: unit.issues,
    remarks: {},
    findings: [],
    highlights: '',
    advice: '',
    note: '',
    photos: [],
    returned: null,
  }
}

/** Issues that had been found when the visit began: each needs its remark (L78). */
export const issuesToRemark = (draft: Draft): IssueView[] => draft.issues.filter((issue) => Date.parse(issue.foundAt) < Date.parse(draft.startedAt))

/**
 * What a newer copy knows of the unit's issues. One closed meanwhile stays: its remark may be given, and is perhaps written already.
 * The same draft when nothing is new.
 */
export function withIssues(draft: Draft, known: readonly IssueView[]): Draft {
  const kept = draft.issues.map((issue) => known.find((newer) => newer.no === issue.no) ?? issue)
  const added = known.filter((issue) => !draft.issues.some((old) => old.no === issue.no))
  const issues = [...kept, ...added].sort((left, right) => left.no - right.no)
  return JSON.stringify(issues) === JSON.stringify(draft.issues) ? draft : { ...draft, issues }
}

/** When the visit ended: as said, or now, and never less than a minute after it began. */
export function endOf(draft: Draft, now: number): string {
  if (draft.endedAt) return draft.endedAt
  const start = Date.parse(draft.startedAt)
  return iso(Math.max(start + SHORTEST, draft.simulated ? Math.min(now, start + SIMULATED_LENGTH) : now))
}

/** Every photograph a draft names, each once. */
export const photosOf = (draft: Draft): string[] => [
  ...new Set([...draft.photos, ...Object.values(draft.answers).flatMap((answer) => answer.photos), ...draft.findings.flatMap((finding) => finding.photos)]),
]

/** Names with commas, spaces or 、 between them. */
export const namesIn = (text: string): string[] => text.split(/[,，、;；\s]+/).map((name) => name.trim()).filter(Boolean)
