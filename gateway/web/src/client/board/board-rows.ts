import { MetBefore } from './met-before'
import type { BoardDelta, BoardView, CaseRow, ReasonView, RowView, WireBoard, WireDelta, WireRow, WireWords } from '../types'

// A board's message brings each reason and each text once, and its rows name them by place. Here they are put back, shared between the
// rows; also between messages, or a board whose rows change one by one would grow to several times its size.
const met = new MetBefore(10_000)

export const boardFrom = ({ units, words, ...board }: WireBoard): BoardView => ({ ...(board as Omit<BoardView, 'units'>), units: rowsFrom(units, words) })

export const deltaFrom = ({ units, words, ...delta }: WireDelta): BoardDelta => ({ ...(delta as Omit<BoardDelta, 'units'>), units: rowsFrom(units, words) })

function rowsFrom(rows: WireRow[], { texts: said, reasons }: WireWords): RowView[] {
  const texts = said.map((text) => met.same(text))
  const at = <T>(list: readonly T[], place: number): T => {
    const found = list[place]
    if (found === undefined) throw new RangeError(`A board names place ${place} of ${list.length}.`)
    return found
  }
  const written: ReasonView[] = reasons.map((reason) => met.same<ReasonView>({
    ...reason,
    text: at(texts, reason.text),
    clause: at(texts, reason.clause),
    clears: reason.clears === null ? null : at(texts, reason.clears),
    next: reason.next === null ? null : at(texts, reason.next),
  }))
  const all = (places: number[]): ReasonView[] => places.map((place) => at(written, place))
  return rows.map((row): RowView => ({ ...row, reasons: all(row.reasons), cases: { ...row.cases, reasons: all(row.cases.reasons) } satisfies CaseRow }))
}
