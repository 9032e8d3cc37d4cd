import type { ChannelBody, ChannelNotice, ChannelTest, ChannelView, DeliveryState, DeliveryView } from './channels-types'
import { sendCommand } from '../http/command'
import type { HttpClient } from '../http/http'

/** A county's outgoing channels over REST. */
export class ChannelsApi {
  constructor(
    private readonly http: HttpClient,
    private readonly county: string,
  ) {}

  list = (signal?: AbortSignal): Promise<ChannelView[]> => this.http.get(this.path(), signal)

  health = (signal?: AbortSignal): Promise<ChannelNotice[]> => this.http.get(this.path('/health'), signal)

  put = (channel: string, body: ChannelBody): Promise<unknown> => this.command('PUT', `/${channel}`, body)

  remove = (channel: string): Promise<unknown> => this.command('DELETE', `/${channel}`)

  test = (channel: string): Promise<ChannelTest> => this.command('POST', `/${channel}/test`, {})

  resend = (channel: string, alert: number): Promise<unknown> => this.command('POST', `/${channel}/deliveries/${alert}/resend`, {})

  deliveries(channel: string, page: { take: number; before?: number; state?: DeliveryState }, signal?: AbortSignal): Promise<DeliveryView[]> {
    const query = new URLSearchParams(Object.entries(page).map(([name, value]): [string, string] => [name, String(value)]))
    return this.http.get(this.path(`/${channel}/deliveries?${query.toString()}`), signal)
  }

  private path = (rest = ''): string => `/api/v1/counties/${encodeURIComponent(this.county)}/channels${rest}`

  private command = <T>(method: 'PUT' | 'POST' | 'DELETE', rest: string, body?: unknown): Promise<T> => sendCommand(this.http, method, this.path(rest), body)
}
