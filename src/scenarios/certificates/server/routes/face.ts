import {
  decideFaceCheck,
  decideFaceEnd,
  findFaceCheck,
  mayBegin,
  outcomeOf,
} from '#platform/server/credentials/index.ts'
import { orRefuse, refused } from '#platform/server/http/index.ts'
import { findResident } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Call, CertificatesImplementer } from '../implementer.ts'

/** Face checks: the service is asked outside any transaction, and what it says is put on record by a command. */
export const faceHandlers = (os: CertificatesImplementer, services: Services) => ({
  beginFaceCheck: os.beginFaceCheck.handler(async ({ context: { call }, input: { purpose } }) => {
    const { name, number } = await identityOf(services, call)
    orRefuse(await call.read((tx) => mayBegin(tx, call)))
    const begun = await services.face.begin({ name, number, check: purpose })
    if (begun === 'unavailable') return refused('credentials.face.unavailable')
    const { session, url } = begun
    return call.command((tx, command) => decideFaceCheck(tx, command, { session, url, purpose }))
  }),
  endFaceCheck: os.endFaceCheck.handler(async ({ context: { call }, input: { check } }) => {
    const row = await call.read((tx) => findFaceCheck(tx, services.jurisdiction, check))
    if (row === undefined || row.holder !== call.actor.organisation) return refused('record.unknown')
    const answer = row.session === null ? 'unavailable' : await services.face.ask(row.session)
    const outcome = outcomeOf(answer, row, call.now)
    if (outcome === 'pending' || row.outcome !== null) return { check, outcome }
    const token = answer !== 'unavailable' && 'token' in answer ? answer.token : undefined
    return call.command((tx, command) => decideFaceEnd(tx, command, { check, outcome, token }))
  }),
})

async function identityOf({ jurisdiction, personalData }: Services, { read, actor }: Call) {
  const known = await read((tx) => findResident(tx, personalData, { jurisdiction, resident: actor.person }))
  if (!known?.name || !known.number) return refused('credentials.face.unidentified')
  return { name: known.name, number: known.number }
}
