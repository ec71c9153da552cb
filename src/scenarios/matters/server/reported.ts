import { caseStream, findCase } from '#platform/server/casework/index.ts'
import { type CallContext, Refused } from '#platform/server/http/index.ts'
import { reportRefusal } from '#platform/server/refused-access/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/**
 * An official who tries a case that their unit neither took nor handles hears that there is none, and is reported to whoever answers for
 * them; a case that is not there is only not there.
 */
export async function reported<T>(
  services: Services,
  call: CallContext['call'],
  { case: id, act }: { readonly case: string; readonly act: string },
  work: Promise<T>,
): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'record.unknown') {
      const { database, jurisdiction } = services
      const row = await database.asSystem(jurisdiction, (tx) => findCase(tx, jurisdiction, id))
      if (row !== undefined) await reportRefusal(services, call, { subject: caseStream(id), act })
    }
    throw error
  }
}
