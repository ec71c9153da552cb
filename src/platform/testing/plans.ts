import type { Transaction } from '#platform/server/database/index.ts'

/**
 * How PostgreSQL reads what a function asks for, statement by statement, where it can do without looking at whole tables: in a test there
 * is so little that it would.
 * @example
 * expect((await plansOf(tx, (tx) => listMatters(tx, …)))[0]).toContain('matter_opened')
 */
export async function plansOf(tx: Transaction, read: (tx: Transaction) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = []
  const explain = async (text: string, values: readonly unknown[]) => {
    const lines = await tx.query<Record<string, string>>(`explain ${text}`, values)
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'))
  }
  await tx.query('set local enable_seqscan = off')
  await read({
    ...tx,
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
      await explain(text, values)
      return tx.query<Row>(text, values)
    },
    prepared: async <Row extends object>(name: string, text: string, values: readonly unknown[]) => {
      await explain(text, values)
      return tx.prepared<Row>(name, text, values)
    },
  })
  return plans
}
