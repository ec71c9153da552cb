import {
  bankDigits,
  isBankAccount,
  isBankCard,
  isCreditCode,
  isPhone,
  readIdentityNumber,
} from '#platform/kernel/personal/index.ts'
import type { DatasetField, Field, FieldValue } from './dataset.ts'

/** What stands for “nothing” in other people's systems. */
const nothing = new Set(['', 'null', 'NULL', '-', '—', '/'])

/** A value as a field of the dictionary has it; undefined where it is none of its values, null where there is none. */
export function readValue(field: Field, { values }: DatasetField, raw: unknown): FieldValue | undefined {
  if (raw === null || raw === undefined) return null
  if (typeof raw === 'boolean') return field.type === 'boolean' ? raw : undefined
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined
  const text = String(raw).trim()
  if (nothing.has(text)) return null
  return field.type === 'code' ? codeOf(field, values?.[text] ?? text) : readers[field.type](text)
}

function codeOf({ codes = {} }: Field, text: string): string | undefined {
  if (Object.hasOwn(codes, text)) return text
  return Object.entries(codes).find(([, name]) => name === text)?.[0]
}

const readers: Readonly<Record<Exclude<Field['type'], 'code'>, (text: string) => FieldValue | undefined>> = {
  text: (text) => (text.length <= 2000 ? text : undefined),
  integer: (text) => numberOf(/^-?\d{1,15}$/, text),
  decimal: (text) => numberOf(/^-?\d{1,12}(\.\d{1,6})?$/, text),
  money: (text) => numberOf(/^-?\d{1,13}(\.\d{1,2}0*)?$/, text.replaceAll(',', '')),
  date: dayOf,
  boolean: (text) => ({ true: true, false: false, '1': true, '0': false, 是: true, 否: false })[text],
  'identity-number': (text) => {
    const read = readIdentityNumber(text)
    return 'number' in read ? read.number : undefined
  },
  'credit-code': (text) => (isCreditCode(text) ? text : undefined),
  phone: (text) => (isPhone(text) ? text : undefined),
  'bank-card': (text) => (isBankCard(text) ? bankDigits(text) : undefined),
  'bank-account': (text) => (isBankAccount(text) ? bankDigits(text) : undefined),
}

function numberOf(pattern: RegExp, text: string): number | undefined {
  return pattern.test(text) ? Number(text) : undefined
}

/** 2026-03-02, 2026/3/2, 20260302, 2026年3月2日, with or without a time behind it. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T\s].*)?$/.exec(text)?.filter(Boolean) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : undefined
}
