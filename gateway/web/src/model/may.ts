import type { Role } from '../client/types'

/** What pages offer to whom; the server decides for itself. */
const OFFICES: readonly Role[] = ['CountyOffice', 'CountyDirector', 'CommitteeOffice', 'CommitteeDirector', 'City', 'Province']

/** The queue of decisions, the numbered papers, exports. */
export const mayReadOffice = (role: Role | undefined): boolean => role !== undefined && OFFICES.includes(role)

/** Rosters, and a sandbox's clock. */
export const maySetUp = (role: Role | undefined): boolean => role === 'Administrator' || mayReadOffice(role)
