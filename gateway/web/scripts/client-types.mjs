// The TypeScript of the API's shapes, from the document that `dotnet test` keeps equal to the server's.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'

const folder = new URL('../src/client/generated/', import.meta.url)

/** Shapes only: the front end writes its paths itself. */
export async function clientTypes() {
  const { openapi, info, components } = JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8'))
  const document = { openapi, info, paths: {}, components: { schemas: components.schemas } }
  return `// Generated from openapi.json: npm run types.\n\n${astToString(await openapiTypescript(document, { silent: true }))}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('api.ts', folder), await clientTypes())
