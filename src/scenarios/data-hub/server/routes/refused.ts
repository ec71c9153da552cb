import { findNames } from '#platform/server/identity/index.ts'
import { listAttempts } from '#platform/server/refused-access/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DataHubImplementer } from '../implementer.ts'

const page = 50

/** What officials tried that is not theirs; row security leaves those for whom the post answers. */
export const refusedHandlers = (os: DataHubImplementer, { jurisdiction }: Services) => ({
  refused: os.refused.handler(({ context: { call }, input }) =>
    call.read(async (tx) => {
      const before = input.before === undefined ? new Date(call.now.getTime() + 1) : new Date(input.before)
      const rows = await listAttempts(tx, jurisdiction, { before, limit: page + 1 })
      const shown = rows.slice(0, page)
      const names = await findNames(tx, jurisdiction, {
        organisations: shown.map((row) => row.organisation_id),
        people: shown.map((row) => row.person_id),
        posts: shown.map((row) => row.post_id),
      })
      const attempts = shown.map((row) => ({
        ...{ attempt: row.id, at: row.at.toISOString(), act: row.act, post: names.post(row.post_id) },
        personName: names.person(row.person_id),
        unit: { id: row.organisation_id, name: names.organisation(row.organisation_id) },
      }))
      return { attempts, more: rows.length > page }
    }),
  ),
})
