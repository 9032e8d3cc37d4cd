// @vitest-environment node
import { expect, it } from 'vitest'
import { clientTypes } from '../../../scripts/client-types.mjs'
import written from './api.ts?raw'

it('the types are those of the document: npm run types', async () => {
  expect(await clientTypes()).toBe(written)
}, 30_000)
