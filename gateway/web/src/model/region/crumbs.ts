/** The areas above one, from the top: "330521" → CN, 33, 3305. */
export function codesAbove(code: string): string[] {
  if (code === 'CN') return []
  return ['CN', ...[2, 4].filter((length) => length < code.length).map((length) => code.slice(0, length))]
}

/** Whether a person of the scopes ("region/33", "county/330521") may open the area. */
export function mayOpen(code: string, scopes: readonly string[]): boolean {
  return scopes.some((scope) => {
    const [kind, own = ''] = scope.split('/')
    return (kind === 'region' || kind === 'county') && (own === 'CN' || (code !== 'CN' && code.startsWith(own)))
  })
}
