import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Names a build after the files it is made of: in `/build.json`, and in the page itself. A screen that nobody reloads sees by the
 * two whether it is an old one.
 */
export function buildId(): Plugin {
  let id = ''
  return {
    name: 'build-id',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(_, context) {
        // The names carry the hash of the content.
        id = createHash('sha256').update(Object.keys(context.bundle ?? {}).sort().join('\n')).digest('hex').slice(0, 16)
        return [{ tag: 'meta', attrs: { name: 'build', content: id }, injectTo: 'head' }]
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'build.json', source: `${JSON.stringify({ build: id })}\n` })
    },
  }
}
