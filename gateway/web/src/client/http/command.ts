import { ApiError, type HttpClient } from './http'
import { newOperationId } from './operation-id'
import { pause, retryDelay } from './retry'

const TRIES = 4

/** One act of a person: sent again while the server says that this may help; the key makes repeating safe. */
export async function sendCommand<T>(http: HttpClient, method: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const idempotencyKey = newOperationId()
  for (let attempt = 0; ; attempt++) {
    try {
      return await http.send<T>(method, path, body, { idempotencyKey })
    } catch (error) {
      if (!(error instanceof ApiError && error.problem.retryable) || attempt + 1 >= TRIES) throw error
      await pause(retryDelay(attempt))
    }
  }
}
