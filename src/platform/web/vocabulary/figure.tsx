import type { ReactNode } from 'react'
import { dotted } from '../words/dotted.ts'
import css from './figure.module.css'

type FigureProps = {
  readonly label: string
  readonly value: ReactNode
  readonly unit?: string
  /** What is counted and how (口径). */
  readonly definition: string
  /** As of when, in words. */
  readonly asOf?: string
  /** Against the period before, in words. */
  readonly change?: string
  /** Opens the records under it. */
  readonly onOpen?: () => void
}

/** 指标: a number with unit, time, change and definition; it opens to its records. */
export function Figure({ label, value, unit, definition, asOf, change, onOpen }: FigureProps) {
  const body = (
    <>
      <span className={css.label}>{label}</span>
      <span className={css.value}>
        {value}
        {unit && <small className={css.unit}>{unit}</small>}
      </span>
      {(asOf || change) && <span className={css.note}>{dotted(change, asOf)}</span>}
    </>
  )
  if (!onOpen)
    return (
      <div className={css.figure} title={definition}>
        {body}
      </div>
    )
  return (
    <button type="button" className={`${css.figure} ${css.opens}`} title={definition} onClick={onOpen}>
      {body}
    </button>
  )
}
