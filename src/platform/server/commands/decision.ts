import type { NewEntry } from '#platform/server/journal/index.ts'

/** One parametrised statement, prepared under its name. */
export type Statement = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
  /** Where many such statements can be one: what this one writes, and the statement that writes it all. */
  readonly together?: { readonly rows: readonly unknown[]; of(rows: readonly unknown[]): Statement }
}

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

/** The statements with those that can be one made one, in the order in which each name first came. */
export function joined(statements: readonly Statement[]): Statement[] {
  const byName = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = statement.together ? statement.name : `${statement.name} ${byName.size}`
    byName.set(key, [...(byName.get(key) ?? []), statement])
  }
  return [...byName.values()].flatMap((alike) => {
    const [first, ...rest] = alike
    if (first?.together === undefined || rest.length === 0) return alike
    return [first.together.of(alike.flatMap(({ together }) => together?.rows ?? []))]
  })
}
