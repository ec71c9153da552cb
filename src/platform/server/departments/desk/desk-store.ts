import { DatabaseSync } from 'node:sqlite'
import type { Row } from '../people/rows.ts'

/** A department's own database. */
export type DeskStore = {
  /** Records by the number of a person or enterprise. */
  find(dataset: string, number: string): Row[]
  /** A record of somebody else. */
  findOther(dataset: string, number: string): Row[]
  close(): void
}

/** Opens it in a file of its own, or in memory, and puts what it holds into it. */
export function openDeskStore(
  file: string,
  tables: ReadonlyMap<string, readonly Row[]>,
  keyOf: (dataset: string) => string | undefined,
): DeskStore {
  const database = new DatabaseSync(file)
  database.exec('create table if not exists record (dataset text, number text, body text); delete from record')
  database.exec('create index if not exists by_number on record (dataset, number)')
  const insert = database.prepare('insert into record values (?, ?, ?)')
  database.exec('begin')
  for (const [dataset, rows] of tables) {
    const key = keyOf(dataset)
    if (key !== undefined) for (const row of rows) insert.run(dataset, String(row[key]), JSON.stringify(row))
  }
  database.exec('commit')
  const found = database.prepare('select body from record where dataset = ? and number = ?')
  const other = database.prepare('select body from record where dataset = ? and number <> ? limit 1')
  const read = (rows: readonly unknown[]) => rows.map((row) => JSON.parse((row as { body: string }).body) as Row)
  return {
    find: (dataset, number) => read(found.all(dataset, number)),
    findOther: (dataset, number) => read(other.all(dataset, number)),
    close: () => database.close(),
  }
}
