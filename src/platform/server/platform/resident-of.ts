import type { Actor } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { type ResidentDoor, residentCookie } from '#platform/server/residents/index.ts'
import type { Newcomer } from '#platform/server/scenario/index.ts'
import type { Platform } from './assemble.ts'

/** A phone gets one code a minute and five an hour: a play that was cut short between code and check goes on with the next. */
const codes = 5
const pauseMilliseconds = 61_000
const origin = { address: '', device: '' }

/** A resident of a demonstration as they act at an instant; the first time they come in by the door that everybody uses. */
export async function residentOf(
  { services, residentsOn }: Pick<Platform, 'services' | 'residentsOn'>,
  who: Newcomer,
  at: Date,
): Promise<Actor> {
  const doorAt = (instant: number) => residentsOn({ ...services, clock: { now: () => new Date(instant) } })
  const door = doorAt(at.getTime())
  const known = await door.named(who, 'residents.identity.required')
  const resident = known.ok ? known.value.resident : await comeIn(doorAt, who, at.getTime())
  const standing = await door.standing(resident)
  if (standing === undefined) throw new Error(`${who.name} has left`)
  return standing.actor
}

async function comeIn(doorAt: (instant: number) => ResidentDoor, who: Newcomer, at: number): Promise<PersonId> {
  let refused = ''
  for (let tried = 0; tried < codes; tried += 1) {
    const door = doorAt(at + tried * pauseMilliseconds)
    const sent = await door.askCode(who.phone, origin)
    if (!sent.ok) {
      refused = sent.refusal.code
      continue
    }
    const code = /\d{6}/.exec(sent.value.shown ?? '')?.[0] ?? ''
    const entered = await door.enter({ phone: who.phone, code, origin })
    const session = entered.ok
      ? await door.resolveSession(residentCookie.handOver(entered.value.token, false).split(';')[0])
      : undefined
    if (session === undefined) throw new Error(`${who.name} could not come in`)
    const checked = await door.checkIdentity(session, who)
    if (!checked.ok) throw new Error(`${who.name}: ${checked.refusal.code}`)
    await door.endSession({ ...session, resident: checked.value.resident }, session.id)
    return checked.value.resident
  }
  throw new Error(`${who.name} got no code: ${refused}`)
}
