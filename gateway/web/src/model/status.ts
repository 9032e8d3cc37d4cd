import type { Colour, DutyState } from '../client/types'

/** Every status has a shape of its own, so that it is read without colour. */
export type Shape = 'check' | 'late' | 'triangle' | 'square' | 'circle' | 'dash' | 'diamond'
export type Tone = 'good' | 'warn' | 'bad' | 'open' | 'none'

export interface StatusLook { shape: Shape; tone: Tone }

export const COLOUR_LOOK: Record<Colour, StatusLook> = {
  Green: { shape: 'check', tone: 'good' },
  Amber: { shape: 'triangle', tone: 'warn' },
  Red: { shape: 'square', tone: 'bad' },
  White: { shape: 'circle', tone: 'open' },
  Grey: { shape: 'dash', tone: 'none' },
}

export const DUTY_LOOK: Record<DutyState, StatusLook> = {
  Pending: { shape: 'circle', tone: 'open' },
  DueSoon: { shape: 'triangle', tone: 'warn' },
  Satisfied: { shape: 'check', tone: 'good' },
  SatisfiedLate: { shape: 'late', tone: 'good' },
  Missed: { shape: 'square', tone: 'bad' },
  Excused: { shape: 'diamond', tone: 'none' },
  Exempt: { shape: 'dash', tone: 'none' },
}

export const COLOURS: readonly Colour[] = ['Red', 'Amber', 'White', 'Green', 'Grey']
