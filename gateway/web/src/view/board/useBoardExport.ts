import type { RowView } from '../../client/types'
import { useWords } from '../../i18n'
import { rungCode, RUNGS } from '../../model/unit/cases'
import { momentText, periodText } from '../../model/time/civil-time'
import { csvOf } from '../../model/export/csv'
import { type Cell, fileName, type Sheet } from '../../model/export/sheet'
import { XLSX, xlsxOf } from '../../model/export/xlsx'
import { type Item, totalsOf } from '../../model/board/groups'
import { leadingReason, type RowFilter } from '../../model/board/rows'
import { dayOf } from '../../model/time/past'
import { handFile } from '../../browser/handFile'
import { useCategory } from '../words/useCategory'

export interface Narrowed { filter: RowFilter; towns: readonly { code: string; name: string }[] }

/** A folded town is its subtotals, as on the screen. */
export interface Shown extends Narrowed { title: string; items: readonly Item[]; asOf: string }

export interface BoardExport {
  /** What is left in, in words: "状态：逾期；乡镇：武康街道". */
  describe: (narrowed: Narrowed) => string
  save: (shown: Shown, format: 'xlsx' | 'csv') => void
}

/** The table as it is shown: its columns, rows, order and groups. */
export function useBoardExport(): BoardExport {
  const { t, locale, say } = useWords()
  const categoryOf = useCategory()
  const heads = (): string[] => [
    t('units.columns.status'), t('units.columns.compliance'), t('units.columns.unit'), t('unit.code'), t('unit.category'), t('units.columns.town'), t('unit.period'), t('units.columns.done'), t('county.export.required'),
    t('tally.openIssues'), t('tally.overdueIssues'), t('units.rung'), t('tally.waiting'), t('units.columns.inspector'), t('units.columns.lastVisit'), t('units.columns.reason'), t('unit.longitude'), t('unit.latitude'),
  ]

  function line(row: RowView): Cell[] {
    const reason = leadingReason(row)
    const { cases } = row
    return [
      t(`colour.${row.colour}`), t(`compliance.${cases.colour}`), row.name, row.code, categoryOf(row.category), row.townName ?? row.town ?? '', `${periodText(row.period, locale.value)} ${t(`duty.${row.state}`)}`, row.done, row.required,
      cases.openIssues, cases.overdueIssues, `${rungCode(cases.rung)} ${t(`rung.${cases.rung}`)}`, cases.waiting.length, row.inspector ?? t('units.unassigned'), row.lastVisitAt ? momentText(row.lastVisitAt, locale.value) : t('units.never'), reason ? say(reason.text) : '', row.longitude ?? '', row.latitude ?? '',
    ]
  }

  function lineOf(item: Item): Cell[] {
    if (item.kind === 'unit') return line(item.row)
    const { name, totals } = item
    return ['', '', t('county.group.subtotal', { name: name ?? t('county.group.noTown'), n: totals.units }), '', '', name ?? '', '', totals.visited, totals.units, totals.openIssues, totals.overdueIssues, '', totals.waiting, '', '', '', '', '']
  }

  function describe({ filter, towns }: Narrowed): string {
    const parts = [
      filter.text && `${t('units.searchLabel')}：${filter.text}`,
      filter.kind && `${t('units.kind')}：${t(`kind.${filter.kind}`)}`,
      filter.colour && `${t('units.status')}：${t(`colour.${filter.colour}`)}`,
      filter.compliance && `${t('units.compliance')}：${t(`compliance.${filter.compliance}`)}`,
      filter.rung && `${t('units.rung')}：${rungCode(RUNGS.find((rung) => rung === filter.rung) ?? 'None')} ${t(`rung.${filter.rung}`)}`,
      filter.town && `${t('units.town')}：${towns.find((town) => town.code === filter.town)?.name ?? filter.town}`,
      filter.mark && t(`county.marks.${filter.mark}`),
      `${t('units.sort')}：${t(`units.sorts.${filter.sort}`)}${filter.descending ? ` ${t('units.descending')}` : ''}`,
    ]
    return parts.filter(Boolean).join(locale.value === 'en' ? '; ' : '；')
  }

  function save(shown: Shown, format: 'xlsx' | 'csv'): void {
    const sheet: Sheet = { name: t('units.title'), headings: heads(), rows: shown.items.map(lineOf) }
    const name = fileName([shown.title, t('units.title'), dayOf(shown.asOf)], format)
    if (format === 'csv') return handFile(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), name)
    const units = shown.items.flatMap((item) => (item.kind === 'unit' ? [item.row] : []))
    const about: Sheet = {
      name: t('county.export.about'),
      headings: [t('county.export.what'), t('county.export.value')],
      rows: [[t('county.export.board'), shown.title], [t('county.export.filter'), describe(shown)], [t('age.label'), momentText(shown.asOf, locale.value)], [t('county.export.count'), totalsOf(units).units]],
    }
    handFile(new Blob([xlsxOf([sheet, about])], { type: XLSX }), name)
  }

  return { describe, save }
}
