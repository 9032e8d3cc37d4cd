import type { FormItem } from '../../client/field-types'
import { type Answers, isComplete } from '../checklist/checklist'
import type { Field, Offer, PaperKind } from './command'

/** A paper in a form: a title, and the hash once its file is there. */
export interface Paper { kind: PaperKind; title: string; hash: string | null; fileName: string | null }

/** A file that is uploaded. */
export interface Attached { hash: string; name: string; size: number }

/** A checklist as it is filled in: the form's version and its lines that apply, once they are known, and the answers. */
export interface Checked { form: string; lines: FormItem[]; answers: Answers }

export type Value = string | boolean | null | number[] | string[] | Attached[] | Paper[] | Checked
export type Values = Record<string, Value>

/** What a form holds before anything was entered; needed papers stand there with empty titles. */
export function emptyValues(fields: readonly Field[]): Values {
  const values: Values = {}
  for (const field of fields) {
    if (field.kind === 'files') values[field.name] = []
    else if (field.kind === 'papers') values[field.name] = field.needed.map((kind): Paper => ({ kind, title: '', hash: null, fileName: null }))
    else if (field.kind === 'departments') values[field.name] = []
    else if (field.kind === 'issues') values[field.name] = field.numbers.length === 1 ? [...field.numbers] : []
    else if (field.kind === 'choice') values[field.name] = field.options.length === 1 ? (field.options[0] ?? '') : ''
    else if (field.kind === 'yesNo') values[field.name] = null
    else if (field.kind === 'checklist') values[field.name] = { form: '', lines: [], answers: {} }
    else if (field.kind === 'date') values[field.name] = field.initial ?? ''
    else if (field.kind !== 'fixed') values[field.name] = ''
  }
  return values
}

export const isThere = (field: Field, values: Values): boolean => !('onlyWith' in field && field.onlyWith) || values[field.onlyWith.field] === field.onlyWith.value

/** Somebody entered something that would be missed. */
export const isBegun = (values: Values): boolean =>
  Object.values(values).some((value) => (typeof value === 'string' ? value.trim() !== '' : value !== null && typeof value === 'object' && 'answers' in value && Object.keys(value.answers).length > 0))

/** Names of fields that lack what they need; the rest is for the server to judge. */
export function missingIn(fields: readonly Field[], values: Values): string[] {
  return fields.filter((field) => isThere(field, values) && isMissing(field, values)).map((field) => field.name)
}

function isMissing(field: Field, values: Values): boolean {
  const value = values[field.name]
  switch (field.kind) {
    case 'fixed':
      return false
    case 'files':
      return field.needed === true && (value as Attached[]).length === 0
    case 'departments':
      return (value as string[]).length === 0
    case 'yesNo':
      return value === null
    case 'issues':
      return (value as number[]).length === 0
    case 'checklist': {
      const { form, lines, answers } = value as Checked
      return form === '' || lines.some((item) => !isComplete(item, answers[item.no]))
    }
    case 'papers':
      return (value as Paper[]).some((paper) => paper.title.trim() === '')
    case 'line':
    case 'text':
    case 'date':
      return !field.optional && String(value ?? '').trim() === ''
    default:
      return String(value ?? '').trim() === ''
  }
}

/** The command's body; what was left empty is left out. */
export function bodyOf(offer: Pick<Offer, 'fields'>, values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of offer.fields) {
    if (!isThere(field, values)) continue
    const value = wire(field, values[field.name] ?? null)
    if (value !== undefined) body[field.name] = value
  }
  return body
}

function wire(field: Field, value: Value): unknown {
  switch (field.kind) {
    case 'fixed':
      return field.value
    case 'files':
      return (value as Attached[]).map((file) => file.hash)
    case 'papers':
      return (value as Paper[]).map(({ kind, title, hash }) => ({ kind, title: title.trim(), ...(hash ? { hash } : {}) }))
    case 'checklist':
      return checkedBody(value as Checked)
    case 'links':
      return String(value).split(/\s+/).filter(Boolean)
    case 'lines':
      return String(value).split('\n').map((line) => line.trim()).filter(Boolean)
    case 'instant':
      return `${String(value)}T00:00:00+08:00`
    case 'category': {
      const code = String(value ?? '').trim()
      return code === '' ? undefined : field.asGroup ? code.replace(/-\d+$/, '') : code
    }
    case 'number':
      return Number(value)
    case 'departments':
    case 'yesNo':
    case 'issues':
      return value
    default: {
      const text = String(value ?? '').trim()
      return text === '' ? undefined : text
    }
  }
}

/** The answers in the order of the form: a refusal that names one by its place means the line of that place. */
const checkedBody = ({ form, lines, answers }: Checked): unknown => ({
  id: form,
  answers: answeredLines({ form, lines, answers }).map((item) => {
    const given = answers[item.no]!
    return { item: item.no, answer: given.answer, disposition: given.disposition, note: given.note.trim() || null, count: given.count, evidence: given.photos }
  }),
})

export const answeredLines = ({ lines, answers }: Checked): FormItem[] => lines.filter((item) => answers[item.no]?.answer)

/** The line of a checklist that "checklist.answers[3].note" is about; null when it is about no line. */
export function lineNamed(checked: Checked, field: string | null | undefined): number | null {
  const place = /\.answers\[(\d+)\]/.exec(field ?? '')?.[1]
  return place === undefined ? null : (answeredLines(checked)[Number(place)]?.no ?? null)
}

/** The field a refusal names: "attachments[0].title" is about the attachments. Null when the form has no such field. */
export function fieldNamed(fields: readonly Field[], name: string | null | undefined): string | null {
  const first = /^\w+/.exec(name ?? '')?.[0]
  return fields.find((field) => field.kind !== 'fixed' && field.name === first)?.name ?? null
}
