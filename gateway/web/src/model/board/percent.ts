/** One decimal always, so that columns align; nothing expected is "—". */
export const percentText = (percent: number | null): string => (percent === null ? '—' : `${percent.toFixed(1)}%`)
