import type { AccountDraft, AccountLine, AccountsPageView, NewPassword, OwnAccount, Passkey, SecondFactorOffer, SessionLine, SignInMethods } from './account-types'
import type { HttpClient } from '../http/http'
import { createPasskey, usePasskey } from './webauthn'

const OWN = '/api/v1/account'
const ALL = '/api/v1/accounts'

export interface SignInProof { code?: string; recoveryCode?: string }

/** Signing in, one's own account, and the accounts one manages. */
export class AccountApi {
  constructor(private readonly http: HttpClient) {}

  methods = (): Promise<SignInMethods> => this.http.get('/api/v1/session/methods')

  signIn = (userName: string, password: string, proof: SignInProof): Promise<unknown> => this.http.send('POST', '/api/v1/session', { userName, password, ...proof })

  async signInWithPasskey(): Promise<void> {
    const options = await this.http.send<Record<string, unknown>>('POST', '/api/v1/session/passkey/options')
    await this.http.send('POST', '/api/v1/session/passkey', { credential: await usePasskey(options) })
  }

  own = (): Promise<OwnAccount> => this.http.get(OWN)

  changePassword = (current: string, password: string): Promise<void> => this.http.send('POST', `${OWN}/password`, { current, password })

  offerSecondFactor = (): Promise<SecondFactorOffer> => this.http.send('POST', `${OWN}/second-factor/offer`)

  enrolSecondFactor = (code: string): Promise<{ recoveryCodes: string[] }> => this.http.send('POST', `${OWN}/second-factor`, { code })

  renewRecoveryCodes = (code: string): Promise<{ recoveryCodes: string[] }> => this.http.send('POST', `${OWN}/second-factor/recovery-codes`, { code })

  removeSecondFactor = (code: string): Promise<void> => this.http.send('POST', `${OWN}/second-factor/removal`, { code })

  passkeys = (): Promise<Passkey[]> => this.http.get(`${OWN}/passkeys`)

  async addPasskey(name: string): Promise<Passkey> {
    const options = await this.http.send<Record<string, unknown>>('POST', `${OWN}/passkeys/options`)
    return this.http.send('POST', `${OWN}/passkeys`, { name, credential: await createPasskey(options) })
  }

  removePasskey = (id: string): Promise<void> => this.http.send('DELETE', `${OWN}/passkeys/${encodeURIComponent(id)}`)

  sessions = (): Promise<SessionLine[]> => this.http.get(`${OWN}/sessions`)

  endSession = (id: string): Promise<void> => this.http.send('DELETE', `${OWN}/sessions/${id}`)

  endOtherSessions = (): Promise<void> => this.http.send('DELETE', `${OWN}/sessions`)

  accounts(filter: { search: string; role: string; after?: string | null }): Promise<AccountsPageView> {
    const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
    return this.http.get(`${ALL}?${new URLSearchParams(given).toString()}`)
  }

  waiting = (): Promise<AccountsPageView> => this.http.get(`${ALL}/waiting`)

  create = (draft: AccountDraft): Promise<NewPassword> => this.http.send('POST', ALL, draft)

  change = (id: string, draft: AccountDraft): Promise<AccountLine> => this.http.send('PUT', `${ALL}/${id}`, draft)

  act = (id: string, what: 'disable' | 'enable' | 'confirm' | 'second-factor/reset'): Promise<AccountLine> => this.http.send('POST', `${ALL}/${id}/${what}`)

  resetPassword = (id: string): Promise<NewPassword> => this.http.send('POST', `${ALL}/${id}/password`)

  sessionsOf = (id: string): Promise<SessionLine[]> => this.http.get(`${ALL}/${id}/sessions`)

  endSessionsOf = (id: string): Promise<void> => this.http.send('DELETE', `${ALL}/${id}/sessions`)
}
