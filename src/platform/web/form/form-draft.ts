import { useState } from 'react'
import { checkForm, type Form, type FormFault } from '#platform/kernel/forms/index.ts'
import { bankDigits } from '#platform/kernel/personal/index.ts'

/** What a field holds. */
export type FormValue = string | number | boolean | null

/** A value that was there before anything was typed: who brought it, and of which day it is. */
export type Filled = { readonly value: FormValue; readonly source: string; readonly asOf: string | null }

/** A form as somebody fills it in. Figures are kept as typed until they are checked. */
export type FormDraft = {
  readonly form: Form
  readonly typed: Readonly<Record<string, FormValue>>
  readonly filled: Readonly<Record<string, Filled>>
  /** What is wrong, once somebody has tried to go on; it follows what is typed from then on. */
  readonly faults: readonly FormFault[]
  set(field: string, value: FormValue): void
  /** The values, or nothing where something is wrong: then the faults show. */
  check(): Readonly<Record<string, FormValue>> | undefined
  readonly values: Readonly<Record<string, FormValue>>
}

type Beginning = {
  readonly typed?: Readonly<Record<string, FormValue>> | undefined
  readonly filled?: Readonly<Record<string, Filled>> | undefined
}

/** Holds a form while it is filled in: what data brought first, then what was typed before. */
export function useFormDraft(form: Form, { typed: before = {}, filled = {} }: Beginning = {}): FormDraft {
  const brought = Object.fromEntries(
    Object.entries(filled).flatMap(([field, { value }]) => (field in form.properties ? [[field, value] as const] : [])),
  )
  const [typed, setTyped] = useState<Readonly<Record<string, FormValue>>>({ ...brought, ...before })
  const [hasTried, setTried] = useState(false)
  const values = valuesOf(form, typed)
  const faults = hasTried ? checkForm(form, values) : []
  return {
    ...{ form, typed, filled, faults, values },
    set: (field, value) => setTyped((known) => ({ ...known, [field]: value })),
    check: () => {
      setTried(true)
      return checkForm(form, values).length === 0 ? values : undefined
    },
  }
}

/** What was typed as the form means it: figures as numbers, and nothing for what was left empty. */
export function valuesOf(form: Form, typed: Readonly<Record<string, FormValue>>): Record<string, FormValue> {
  const entries = Object.entries(typed).flatMap(([field, value]): [string, FormValue][] => {
    const property = form.properties[field]
    if (property === undefined || value === null || value === '') return []
    const isFigure = ['integer', 'decimal', 'money'].includes(property['x-type'])
    const figure =
      isFigure && typeof value === 'string' && value.trim() !== '' ? Number(value.replace(/[,，]/g, '')) : value
    if (Number.isNaN(figure)) return [[field, value]]
    if (typeof figure !== 'string') return [[field, figure]]
    const isOfBank = property['x-type'] === 'bank-card' || property['x-type'] === 'bank-account'
    return [[field, isOfBank ? bankDigits(figure) : figure.trim()]]
  })
  return Object.fromEntries(entries)
}
