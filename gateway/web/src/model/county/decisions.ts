import type { DecisionView, Role } from '../../client/types'

/** After every day. */
const NEVER = '9999-12-31'

/** What is overdue first, then what is due next, then what waits longest: the server's order, whatever was left out. */
export function selectDecisions(decisions: readonly DecisionView[], owner: Role | null): DecisionView[] {
  return decisions
    .filter((decision) => owner === null || decision.owner === owner)
    .sort(
      (left, right) =>
        Number(right.overdue) - Number(left.overdue) ||
        (left.dueOn ?? NEVER).localeCompare(right.dueOn ?? NEVER) ||
        Date.parse(left.since) - Date.parse(right.since) ||
        left.unit.localeCompare(right.unit) ||
        left.subject.localeCompare(right.subject),
    )
}

/**
 * Who has to decide something, and how much of it; every owner is listed once anything waits for them.
 * @param deciders the county's deciding roles from the lowest, as the session names them
 */
export function ownersOf(decisions: readonly DecisionView[], deciders: readonly Role[]): { owner: Role; count: number; overdue: number }[] {
  const rest = [...new Set(decisions.map((decision) => decision.owner))].filter((owner) => !deciders.includes(owner))
  return [...deciders, ...rest]
    .map((owner) => {
      const own = decisions.filter((decision) => decision.owner === owner)
      return { owner, count: own.length, overdue: own.filter((decision) => decision.overdue).length }
    })
    .filter((each) => each.count > 0)
}

export function ownerFrom(value: unknown, deciders: readonly Role[]): Role | null {
  return deciders.find((owner) => owner === value) ?? null
}
