import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type LineRow, listAccountLines } from '#platform/server/scoring/index.ts'
import type { Account } from '../../contract/board.ts'
import { monthsOf, presentPeriod } from './period.ts'
import { pointLines } from './point-lines.ts'

/** The lines of one account of the board. */
export async function viewAccount(
  services: Services,
  call: CallContext['call'],
  input: { readonly of: 'units' | 'persons'; readonly subject: string; readonly period?: string | undefined },
): Promise<Account> {
  return read(services, call, { kind: input.of === 'units' ? 'unit' : 'person', ...input })
}

/** One's own account. */
export async function viewMyPoints(
  services: Services,
  call: CallContext['call'],
  period: string | undefined,
): Promise<Account> {
  return read(services, call, { kind: 'person', subject: call.actor.person, period })
}

type Wanted = { readonly kind: 'person' | 'unit'; readonly subject: string; readonly period?: string | undefined }

async function read(
  services: Services,
  call: CallContext['call'],
  { kind, subject, period }: Wanted,
): Promise<Account> {
  const { jurisdiction } = call.actor
  const present = period ?? presentPeriod(call.now)
  return call.read(async (tx) => {
    const all = await listAccountLines(tx, jurisdiction, { kind, subject }, monthsOf(present))
    const lines = kind === 'unit' ? all : all.filter((line) => mayRead(call, line))
    const isOthers = kind === 'person' && subject !== call.actor.person
    if (isOthers && lines.length === 0) refused('permission.reach', { permission: 'projects.board' })
    const names = await findNames(
      tx,
      jurisdiction,
      kind === 'unit' ? { organisations: [subject] } : { people: [subject] },
    )
    const isWon = (line: LineRow) => line.points > 0 === (line.reverses === null)
    const sum = (wanted: (line: LineRow) => boolean) =>
      lines.filter(wanted).reduce((points, line) => points + line.points, 0)
    return {
      name: kind === 'unit' ? names.organisation(subject) : names.person(subject),
      period: present,
      won: sum(isWon),
      lost: sum((line) => !isWon(line)),
      points: sum(() => true),
      lines: await pointLines(tx, call, services.rules(), lines),
    }
  })
}

/** A person's line is read by themselves and by posts whose board reaches the unit in which they won or lost it. */
function mayRead({ actor }: CallContext['call'], { subject, unit }: LineRow): boolean {
  if (subject === actor.person) return true
  return permits(actor, 'projects.board', { person: subject as PersonId, organisation: unit as OrganisationId })
}
