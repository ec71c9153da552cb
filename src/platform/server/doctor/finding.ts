/** What the doctor found: what is the matter and, where something is, what to do. */
export type Finding = {
  /** What was looked at: `disk`, `sealing`. */
  readonly check: string
  /** `attention` can wait for working hours; `wrong` cannot. */
  readonly level: 'ok' | 'attention' | 'wrong'
  readonly zh: string
  readonly en: string
}

/** A finding that all is well. */
export function fine(check: string, zh: string, en: string): Finding {
  return { check, level: 'ok', zh, en }
}
