import type { Plugin, Rolldown } from 'vite'

const MARK = 'self.__WB_MANIFEST'

export interface PrecacheOptions {
  /** Name of the entry whose page works offline. */
  entry: string
  /** As they are written: the page and the worker. */
  page: string
  worker: string
  /** Files of public/ the page needs besides; a change of theirs comes with the next change of the build. */
  besides: string[]
}

/** Writes into a service worker which files of this very build its page needs: all it loads, now or later. */
export function precache({ entry, page, worker, besides }: PrecacheOptions): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const code = bundle[worker]
      if (code?.type !== 'chunk' || !code.code.includes(MARK)) return this.error(`${worker} has no ${MARK}`)
      if (code.imports.length > 0) return this.error(`${worker} imports ${code.imports.join(', ')}: a worker has to be one file`)
      const html = bundle[page]
      const first = Object.values(bundle).find((file): file is Rolldown.OutputChunk => file.type === 'chunk' && file.isEntry && file.name === entry)
      if (html?.type !== 'asset' || !first) return this.error(`no ${page} or no entry ${entry}`)
      const files = new Set<string>()
      collect(first.fileName, bundle, files)
      // Hashed files never change; the page is known by its content.
      const list = [...files].map((file): { url: string; revision: string | null } => ({ url: `/${file}`, revision: null }))
      const revision = await digest(`${html.source as string}${code.code}`)
      list.push({ url: `/${page}`, revision }, ...besides.map((url) => ({ url, revision })))
      code.code = code.code.replace(MARK, () => JSON.stringify(list))
    },
  }
}

function collect(name: string, bundle: Rolldown.OutputBundle, into: Set<string>): void {
  if (into.has(name)) return
  into.add(name)
  const file = bundle[name]
  if (file?.type !== 'chunk') return
  for (const css of file.viteMetadata?.importedCss ?? []) into.add(css)
  for (const next of [...file.imports, ...file.dynamicImports]) collect(next, bundle, into)
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
