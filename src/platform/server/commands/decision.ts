import type { NewEntry } from '#platform/server/journal/index.ts'

/** One parametrised statement, prepared under its name. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

/**
 * What a command decided: the answer, the entries of the record and the writes that bring the state to agree with them.
 * Every change of state has an entry in the stream of the thing changed: two commands that decided on the same version
 * then collide on the entry, and the later one is decided anew.
 */
export type Decision<Answer> = {
  readonly answer: Answer
  readonly entries: readonly NewEntry[]
  readonly writes: readonly Statement[]
}
