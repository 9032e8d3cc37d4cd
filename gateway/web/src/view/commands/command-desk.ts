import { inject, type InjectionKey, provide, shallowRef, type ShallowRef } from 'vue'
import type { UnitView } from '../../client/types'
import type { Offer } from '../../model/commands/command'

/** A command somebody began, the unit it belongs to, and in words what it is about. */
export interface Asked { offer: Offer; unit: UnitView; about: string }

/** Opens a command's form. Where it is closed, as for the past, nothing is offered. */
export interface Desk { open: (asked: Asked) => void; isOpen: () => boolean }

const DESK: InjectionKey<Desk> = Symbol('command desk')

/** A page holds one form at a time. */
export function provideDesk(isOpen: () => boolean = () => true): ShallowRef<Asked | null> {
  const asked = shallowRef<Asked | null>(null)
  provide(DESK, { open: (next) => (asked.value = next), isOpen })
  return asked
}

export const useDesk = (): Desk | null => inject(DESK, null)
