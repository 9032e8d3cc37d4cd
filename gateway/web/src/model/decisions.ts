import type { DecisionView, Role } from '../client/types'

/** What is overdue first, then what waits longest; equal ones by unit and subject, so that the order is always the same. */
export function selectDecisions(decisions: readonly DecisionView[], owner: Role | null): DecisionView[] {
  return decisions
    .filter((decision) => owner === null || decision.owner === owner)
    .sort(
      (left, right) =>
        Number(right.overdue) - Number(left.overdue) ||
        Date.parse(left.since) - Date.parse(right.since) ||
        left.unit.localeCompare(right.unit) ||
        left.subject.localeCompare(right.subject),
    )
}

/** From the county's clerk up to the committee. */
const OWNERS: readonly Role[] = ['CountyOffice', 'CountyDirector', 'CommitteeOffice', 'CommitteeDirector']

/** Who has to decide something, and how much of it; every owner is listed once anything waits for them. */
export function ownersOf(decisions: readonly DecisionView[]): { owner: Role; count: number; overdue: number }[] {
  const rest = [...new Set(decisions.map((decision) => decision.owner))].filter((owner) => !OWNERS.includes(owner))
  return [...OWNERS, ...rest]
    .map((owner) => {
      const own = decisions.filter((decision) => decision.owner === owner)
      return { owner, count: own.length, overdue: own.filter((decision) => decision.overdue).length }
    })
    .filter((each) => each.count > 0)
}

export function ownerFrom(value: unknown): Role | null {
  return OWNERS.find((owner) => owner === value) ?? null
}
