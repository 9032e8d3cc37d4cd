/** A GeoJSON file as an operator chose it; its number is null when it names none. */
export interface MapFile { name: string; root: Record<string, unknown>; approval: string | null }

/** Null for what is no JSON object; whether it is a map is for the server to say. */
export function readMapFile(name: string, text: string): MapFile | null {
  try {
    const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (root === null || typeof root !== 'object' || Array.isArray(root)) return null
    const { approvalNumber } = root as { approvalNumber?: unknown }
    return { name, root: root as Record<string, unknown>, approval: typeof approvalNumber === 'string' && approvalNumber.trim() !== '' ? approvalNumber.trim() : null }
  } catch {
    return null
  }
}

/** The file under the number that was entered. */
export const withApproval = ({ root }: MapFile, approval: string): string => JSON.stringify({ ...root, approvalNumber: approval.trim() })

export interface Coverage { shown: string[]; missing: { code: string; name: string }[]; strange: string[] }

/** How a map's shapes meet the parts of the board: shapes without a part stay grey, parts without a shape are in the table only. */
export function coverageOfMap(shapes: readonly { code: string }[], parts: readonly { code: string; name: string }[]): Coverage {
  const drawn = new Set(shapes.map((shape) => shape.code))
  const known = new Set(parts.map((part) => part.code))
  return { shown: [...drawn].filter((code) => known.has(code)), missing: parts.filter((part) => !drawn.has(part.code)).map(({ code, name }) => ({ code, name })), strange: [...drawn].filter((code) => !known.has(code)) }
}
