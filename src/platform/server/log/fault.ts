/** What the log keeps of an error. */
export type Fault = {
  readonly type: string
  readonly message: string
  readonly code?: string
  /** Of a database error: which constraint, table, routine. */
  readonly place?: string
  readonly stack?: string
  readonly cause?: Fault
}

type Told = Error & {
  readonly code?: unknown
  readonly severity?: unknown
  readonly constraint?: unknown
  readonly table?: unknown
  readonly routine?: unknown
}

/** SQLSTATE classes 22 (data) and 23 (integrity): their messages quote what somebody typed. */
const quoting = /^2[23]/

/**
 * An error without the values that it carries: names, phones, texts stand in PostgreSQL's `detail` and `where` and in quotes in its
 * messages about data.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown without being an error' }
  const told: Told = error
  const code = typeof told.code === 'string' ? told.code : undefined
  const isDatabase = typeof told.severity === 'string' && code !== undefined
  const place = isDatabase ? [told.table, told.constraint, told.routine].filter(Boolean).join(' ') : undefined
  const masked = isDatabase && quoting.test(code) ? maskOf : (text: string) => text
  return {
    type: error.name,
    message: masked(error.message),
    ...(code === undefined ? {} : { code }),
    ...(place ? { place } : {}),
    ...(error.stack === undefined ? {} : { stack: masked(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
  }
}

/** Text with what stands in double quotes left out: PostgreSQL quotes values, and names too. */
export function maskOf(text: string): string {
  return text.replace(/"[^"\n]*"/g, '"…"')
}
