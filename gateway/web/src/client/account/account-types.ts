// Signing in and accounts, as the gateway sends them.

import type { Role } from '../types'

/** What must be done before anything else is possible. */
export type AccountDuty = 'ChangePassword' | 'EnrolSecondFactor'
export type AccountState = 'Active' | 'Locked' | 'Disabled' | 'AwaitsConfirmation'
export type SessionKind = 'Site' | 'Phone' | 'Display'

/** Ways to sign in, and what a password must be. */
export interface SignInMethods {
  /** What the identity server's button says; null when there is none. */
  sso: string | null
  leastPassword: number
  /** Of small letters, capitals, digits, other signs. */
  kindsInPassword: number
}

/** A password to be given to the person it is for. */
export interface HandOver { userName: string; role: Role; password: string }

export interface OwnAccount {
  userName: string
  displayName: string
  role: Role
  area: string
  unit: string | null
  inspector: string | null
  hasPassword: boolean
  passwordChangedAt: string | null
  secondFactor: { enabled: boolean; required: boolean; recoveryCodes: number }
}

/** `qr` is an SVG picture of `uri`. */
export interface SecondFactorOffer { key: string; uri: string; qr: string }

export interface Passkey { id: string; name: string | null; createdAt: string }

export interface SessionLine {
  id: string
  kind: SessionKind
  createdAt: string
  lastUsedAt: string
  endsAt: string
  address: string | null
  userAgent: string | null
  current: boolean
}

export interface AccountLine {
  id: string
  userName: string
  displayName: string
  role: Role
  area: string
  inspector: string | null
  unit: string | null
  externalName: string | null
  state: AccountState
  /** Who made or reset an administrator's account; somebody else confirms. */
  confirmAfter: string | null
  secondFactor: boolean
  passwordTemporary: boolean
  lastSignInAt: string | null
}

/** `roles` are those the asker may give. */
export interface AccountsPageView { accounts: AccountLine[]; next: string | null; roles: Role[] }

export interface AccountDraft {
  userName?: string
  displayName: string
  role: Role
  area: string
  inspector: string | null
  unit: string | null
  externalName: string | null
}

/** Shown this once. */
export interface NewPassword { account: AccountLine; password: string }
