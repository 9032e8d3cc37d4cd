import { type ShallowRef, shallowRef } from 'vue'
import type { FieldCatalogue } from '../../client/field-types'
import { problemFrom } from '../../client/http/http'
import type { Problem } from '../../client/types'
import { api } from '../../session/session'

/** The same for everybody, and changed by a new version of the program only: read once for the page. */
const catalogue = shallowRef<FieldCatalogue | null>(null)
let reading: Promise<FieldCatalogue> | null = null

export interface Catalogue {
  /** Null until it is here. */
  catalogue: ShallowRef<FieldCatalogue | null>
  problem: ShallowRef<Problem | null>
  load: () => Promise<void>
}

/** Checklists, and categories of issues. */
export function useCatalogue(): Catalogue {
  const problem = shallowRef<Problem | null>(null)

  async function load(): Promise<void> {
    problem.value = null
    try {
      catalogue.value ??= await (reading ??= api.catalogue())
    } catch (error) {
      problem.value = problemFrom(error)
      reading = null
    }
  }

  void load()
  return { catalogue, problem, load }
}
