import { permits, reach } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, refuse } from '#platform/kernel/result.ts'
import {
  type CredentialRow,
  changesOf,
  decideStanding,
  findCredential,
  printCredential,
  searchCredentials,
} from '#platform/server/credentials/index.ts'
import { refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { IssuedCertificate } from '../../contract/views.ts'
import type { Call, CertificatesImplementer } from '../implementer.ts'
import { issuableTypes, issueAtDesk } from '../issuing.ts'
import { openLine, paperFile } from '../views/line.ts'

const mostLines = 200

/** The certificates of the issuing units. */
export const staffHandlers = (os: CertificatesImplementer, services: Services) => ({
  types: os.types.handler(({ context: { call } }) => ({ types: issuableTypes(services, call) })),
  issue: os.issue.handler(({ context: { call }, input }) =>
    call.command((tx, command) => issueAtDesk(services, tx, command, input)),
  ),
  issued: os.issued.handler(({ context: { call }, input }) => viewIssued(services, call, input)),
  issuedOne: os.issuedOne.handler(async ({ context: { call }, input }) =>
    viewOne(services, call, await findIssued(services, call, input.credential, 'certificates.read')),
  ),
  stand: os.stand.handler(({ context: { call }, input }) =>
    call.command((tx, command) => {
      const may = (issuer: string) =>
        holds(call, 'certificates.revoke', issuer)
          ? ok(true)
          : refuse('permission.reach', { permission: 'certificates.revoke' })
      return decideStanding(services, tx, command, { ...input, may })
    }),
  ),
  issuedPaper: os.issuedPaper.handler(async ({ context: { call }, input }) => {
    const row = await findIssued(services, call, input.credential, 'certificates.issue')
    const { heading } = openLine(services, row, call.now, 'staff')
    return paperFile(await printCredential(services, row, call.now), heading)
  }),
})

type Sought = Parameters<Parameters<CertificatesImplementer['issued']['handler']>[0]>[0]['input']

async function viewIssued(services: Services, call: Call, { number, holder, type, state }: Sought) {
  const { jurisdiction, personalData } = services
  const reached = reach(call.actor, 'certificates.read')
  const sought = {
    ...{ number: number || undefined, type, limit: mostLines },
    holderHash: holder ? hashOf(services, holder) : undefined,
    standing: state === 'suspended' || state === 'revoked' ? state : undefined,
  }
  const rows = await call.read((tx) =>
    searchCredentials(tx, jurisdiction, reached === 'all' ? undefined : reached, sought),
  )
  const lines = rows.map((row) => openLine({ ...services, personalData }, row, call.now, 'staff').line)
  return { certificates: lines.filter((line) => state === undefined || line.state === state) }
}

/** An identity number, or the credit code of a unit: which of the two its form says. */
function hashOf({ personalData }: Services, number: string): Buffer {
  const plain = number.toUpperCase()
  return personalData.hash(/^\d{17}[\dX]$/.test(plain) ? 'person' : 'enterprise', plain)
}

function viewOne(services: Services, call: Call, row: CredentialRow): IssuedCertificate {
  const { line, fields } = openLine(services, row, call.now, 'staff')
  const mayStand = holds(call, 'certificates.revoke', row.issuer)
  return {
    ...{ ...line, fields, reason: row.standing_reason, origin: row.origin },
    standingAt: row.standing_at?.toISOString() ?? null,
    may: mayStand ? [...changesOf(row, call.now)] : [],
  }
}

async function findIssued(services: Services, call: Call, id: string, permission: string) {
  const row = await call.read((tx) => findCredential(tx, services.jurisdiction, id))
  return row && holds(call, permission, row.issuer) ? row : refused('record.unknown')
}

function holds({ actor }: Call, permission: string, issuer: string): boolean {
  return permits(actor, permission, { organisation: issuer as OrganisationId })
}
