import {
  decideShowing,
  decideWithdrawal,
  findCredential,
  findShowing,
  listLooks,
  listOfHolder,
  listShowings,
  mostDays,
  printCredential,
} from '#platform/server/credentials/index.ts'
import { refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { OwnCertificate } from '../../contract/views.ts'
import type { Call, CertificatesImplementer } from '../implementer.ts'
import { openLine, paperFile } from '../views/line.ts'

/** Whose certificates are a resident's to show: their own, and those of enterprises for which they act in everything. */
function holdersOf({ actor }: Pick<Call, 'actor'>): readonly string[] {
  return [actor.organisation, ...(actor.standsFor ?? [])]
}

/** A resident's own certificates. What is another's is as if it were not there. */
export const ownHandlers = (os: CertificatesImplementer, services: Services) => ({
  mine: os.mine.handler(async ({ context: { call } }) => {
    const rows = await call.read((tx) =>
      Promise.all(holdersOf(call).map((holder) => listOfHolder(tx, services.jurisdiction, holder))),
    )
    return { certificates: rows.flat().map((row) => openLine(services, row, call.now, 'holder').line) }
  }),
  mineOne: os.mineOne.handler(({ context: { call }, input }) => viewOwn(services, call, input.credential)),
  show: os.show.handler(async ({ context: { call }, input: { until, ...show } }) => {
    const { holder } = await findOwn(services, call, show.credential)
    return call.command((tx, command) =>
      decideShowing(services, tx, command, {
        ...{ ...show, holder },
        until: until === undefined ? undefined : new Date(until),
      }),
    )
  }),
  withdraw: os.withdraw.handler(({ context: { call }, input: { showing } }) =>
    call.command(async (tx, command) => {
      const row = await findShowing(tx, services.jurisdiction, showing)
      const holder = holdersOf(call).find((one) => one === row?.holder) ?? call.actor.organisation
      return decideWithdrawal(services, tx, command, { showing, holder })
    }),
  ),
  ownPaper: os.ownPaper.handler(async ({ context: { call }, input }) => {
    const row = await findOwn(services, call, input.credential)
    const { heading } = openLine(services, row, call.now, 'holder')
    return paperFile(await printCredential(services, row, call.now), heading)
  }),
})

async function viewOwn(services: Services, call: Call, id: string): Promise<OwnCertificate> {
  const { jurisdiction } = services
  const row = await findOwn(services, call, id)
  const [showings, looks] = await call.read((tx) =>
    Promise.all([listShowings(tx, jurisdiction, id), listLooks(tx, jurisdiction, id)]),
  )
  const { line, fields, heading } = openLine(services, row, call.now, 'holder')
  const ways = new Map(showings.map((one) => [one.id, one.way]))
  return {
    ...{ ...line, fields, heading, mostDays },
    showings: showings.map(({ id: showing, way, fields: chosen, audience, made_at, until, withdrawn_at }) => ({
      ...{ showing, way, fields: [...chosen], audience, madeAt: made_at.toISOString(), until: until.toISOString() },
      ended: withdrawn_at !== null || until <= call.now,
    })),
    looks: looks.map(({ at, state, verifier, showing_id }) => ({
      ...{ at: at.toISOString(), state, verifier, way: (showing_id && ways.get(showing_id)) ?? 'paper' },
    })),
  }
}

async function findOwn(services: Services, call: Call, id: string) {
  const row = await call.read((tx) => findCredential(tx, services.jurisdiction, id))
  return row !== undefined && holdersOf(call).includes(row.holder) ? row : refused('record.unknown')
}
