/**
 * `connecting`: not up yet for the first time. `live`: what is shown follows the server. `reconnecting`: lost a moment ago.
 * `offline`: lost for long; it still tries.
 */
export type Link = 'connecting' | 'live' | 'reconnecting' | 'offline'

/** Who hears how a line is. */
export interface LineListener {
  onLink(link: Link): void
  /** The line is up again: time to ask for what was missed. */
  onConnected(): void
  /** There is no session any more. */
  onUnauthorised(): void
}
