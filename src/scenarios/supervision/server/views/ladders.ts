import type { CallContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

const urgencies = ['standard', 'urgent'] as const

/** The ladders of the county as they are in force now. */
export async function viewLadders(services: Services, { now }: CallContext['call']) {
  const rules = services.rules()
  const known = urgencies.filter((id) => rules.has('ladder', id)).map((id) => rules.ladderAt(id, now.getTime()))
  return {
    ladders: known.map(({ id, version, name, levels }) => ({
      ...{ id, version, name },
      levels: levels.map((level) => ({ name: level.name, limit: level.limit ?? null })),
    })),
  }
}
