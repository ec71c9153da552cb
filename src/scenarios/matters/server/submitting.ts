import type { Result } from '#platform/kernel/result.ts'
import { ok } from '#platform/kernel/result.ts'
import { decideSubmission, gatherCase, type Submission } from '#platform/server/casework/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { assertOwnFiles } from './acting.ts'

type Prepared = Result<{
  readonly submission: Submission
  readonly also?: Pick<Decision<unknown>, 'entries' | 'writes'>
}>

/**
 * Takes a request: acknowledged first, so that nothing of it is lost; then data is gathered and, where the rule decides, the answer
 * is there at once. `prepare` says who asks, in the same transaction.
 */
export async function submit(
  services: Services,
  call: CallContext['call'],
  files: readonly string[],
  prepare: (tx: Transaction, command: CommandCall) => Promise<Prepared>,
): Promise<{ case: string; number: string; state: string }> {
  await assertOwnFiles(services, call, files)
  const parts = { rules: services.rules(), personal: services.personalData }
  const submitted = await call.command(
    async (tx, command) => {
      const prepared = await prepare(tx, command)
      if (!prepared.ok) return prepared
      const { submission, also } = prepared.value
      const decided = await decideSubmission(tx, command, parts, submission)
      if (!decided.ok || also === undefined) return decided
      const { answer, entries, writes } = decided.value
      return ok({ answer, entries: [...also.entries, ...entries], writes: [...also.writes, ...writes] })
    },
    { asPlatform: true, grouped: true },
  )
  if (submitted.state !== 'gathering') return submitted
  return { ...submitted, state: (await gatherCase(services, submitted.case)) ?? submitted.state }
}
