import type { Role } from '../client/types'

/** What pages offer to whom; the server decides for itself. */
const OFFICES: readonly Role[] = ['CountyOffice', 'CountyDirector', 'CommitteeOffice', 'CommitteeDirector', 'City', 'Province']

/** The queue of decisions, the numbered papers, exports. */
export const mayReadOffice = (role: Role | undefined): boolean => role !== undefined && OFFICES.includes(role)

/** Rosters, and a sandbox's clock. */
export const maySetUp = (role: Role | undefined): boolean => role === 'Administrator' || mayReadOffice(role)

/** Long lists, and sealed identities. */
export const mayAskApproval = (role: Role | undefined): boolean => role === 'IntakeDesk' || mayReadOffice(role)

const DECIDERS: readonly Role[] = ['CountyDirector', 'CommitteeOffice', 'CommitteeDirector']

/** What another person asked for. */
export const mayDecideApproval = (role: Role | undefined): boolean => role !== undefined && DECIDERS.includes(role)
