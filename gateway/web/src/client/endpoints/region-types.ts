import type { components } from '../generated/api'

type Schemas = components['schemas']

/** Coverage by month (schools) and quarter (institutions), oldest first; `silent` are parts missing from the sums. */
export type SeriesView = Schemas['SeriesView']
export type SeriesPoint = Schemas['SeriesPoint']

/** A map an operator brought, with its approval number (审图号). */
export type ApprovedMap = Schemas['ApprovedMap']
export type MapShape = Schemas['MapShape']
