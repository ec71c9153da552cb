import type { Json } from '../types/json.ts'

/** A test as a person says it, and whether the value has to be told beside it. */
export type ToldCell = { readonly test: string; readonly shows: boolean }

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '=', '!=': '≠' }
const compared = /^(>=|<=|!=|>|<|=)\s*(.+)$/s
const between = /^([[(\]])\s*(.+?)\s*\.\.\s*(.+?)\s*([\])[])$/s
const negated = /^not\s*\((.+)\)$/s

/** A cell of a table in words; nothing for a cell that tests nothing. */
export function cellInChinese(text: string, value: Json): ToldCell | undefined {
  const test = text.trim()
  if (test === '-') return undefined
  const inner = negated.exec(test)?.[1]
  if (inner !== undefined) return { test: `不是 ${listInChinese(inner)}`, shows: true }
  const comparison = compared.exec(test)
  if (comparison) return { test: `${signs[comparison[1] as string]} ${plain(comparison[2] as string)}`, shows: true }
  const range = between.exec(test)
  if (range) return { test: rangeInChinese(range), shows: true }
  const single = plain(test)
  if (single !== test || /^-?\d+(\.\d+)?$/.test(test)) return { test: `= ${single}`, shows: false }
  const isList = /^"[^"]*"(\s*,\s*"[^"]*")+$/.test(test)
  return { test: isList ? `属于 ${listInChinese(test)}` : `满足 ${test}`, shows: value !== null || !isList }
}

function rangeInChinese([, open, from, to, close]: RegExpExecArray): string {
  const start = `${plain(from as string)}${open === '[' ? '（含）' : '（不含）'}`
  const end = `${plain(to as string)}${close === ']' ? '（含）' : '（不含）'}`
  return `在 ${start}至 ${end}之间`
}

function listInChinese(text: string): string {
  return text
    .split(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(plain)
    .join('、')
}

/** A literal without the marks of the language. */
function plain(text: string): string {
  const piece = text.trim()
  if (piece === 'true') return '是'
  if (piece === 'false') return '否'
  if (piece === 'null') return '空'
  const quoted =
    /^"([^"]*)"$/.exec(piece) ?? /^@"([^"]*)"$/.exec(piece) ?? /^(?:date|duration|time)\("([^"]*)"\)$/.exec(piece)
  return quoted ? (quoted[1] as string) : piece
}

/** A value as a person reads it. */
export function valueInChinese(value: Json): string {
  if (value === null) return '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(valueInChinese).join('、')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => `${name} ${valueInChinese(inner as Json)}`)
      .join('，')
  return String(value)
}
