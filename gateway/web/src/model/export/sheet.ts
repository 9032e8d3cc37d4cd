/** A cell is text or a number; nothing is ever a formula. */
export type Cell = string | number

export interface Sheet { name: string; headings: readonly string[]; rows: readonly (readonly Cell[])[] }

/** "德清县 督导单位 2026-03-02 1200.xlsx" without what file systems refuse. */
export const fileName = (parts: readonly string[], extension: string): string => `${parts.join(' ').replace(/[\\/:*?"<>|]/g, '')}.${extension}`
