import type { PostId } from '#platform/kernel/ids.ts'
import {
  decideAppointment,
  decideDismissal,
  decideTightening,
  findJurisdiction,
  findOrganisation,
  findPerson,
  listOpenAppointments,
  listStaffedPosts,
  type SignInSettings,
  strictest,
  strictestSettings,
} from '#platform/server/identity/index.ts'
import { everywhere, type IdentityRouteParts, implementation, personId } from './identity-parts.ts'
import { refused } from './refused.ts'

/** What the security administrator reads and does. */
export function powers(parts: IdentityRouteParts) {
  return { ...readings(parts), ...acts(parts) }
}

function readings(parts: IdentityRouteParts) {
  const os = implementation(parts)
  const { jurisdiction } = parts
  return {
    appointments: os.appointments.handler(async ({ context: { call }, input }) => {
      everywhere(call, 'identity.powers.assign')
      return call.read(async (tx) => {
        if (!(await findPerson(tx, jurisdiction, input.person))) refused('identity.person.unknown')
        const appointments = await listOpenAppointments(tx, jurisdiction, input.person, call.now)
        return {
          appointments: appointments.map(({ since, until, ...held }) => ({
            ...{ ...held, since: since.toISOString(), until: until?.toISOString() ?? null },
          })),
        }
      })
    }),
    unitPosts: os.unitPosts.handler(async ({ context: { call }, input: { organisation } }) => {
      everywhere(call, 'identity.powers.assign')
      return call.read(async (tx) => {
        const unit = await findOrganisation(tx, jurisdiction, organisation)
        if (!unit || unit.ended) refused('identity.organisation.unknown', { organisation })
        const posts = await listStaffedPosts(tx, jurisdiction, organisation, call.now)
        return { posts: posts.map(({ holders, ...post }) => ({ ...post, holders: [...holders] })) }
      })
    }),
    signInSettings: os.signInSettings.handler(async ({ context: { call } }) => {
      everywhere(call, 'identity.settings.tighten')
      const county = await call.read((tx) => findJurisdiction(tx, jurisdiction))
      if (!county) throw new Error(`no county pack has been applied for ${jurisdiction}`)
      const { signIn: pack, tightened } = county
      return { now: strictest(pack, tightened), pack, strictest: strictestSettings }
    }),
  }
}

function acts(parts: IdentityRouteParts) {
  const os = implementation(parts)
  const { door } = parts
  return {
    appoint: os.appoint.handler(async ({ context: { call }, input }) => {
      const doer = everywhere(call, 'identity.powers.assign')
      const wanted = { person: personId(input.person), post: input.post as PostId }
      const answer = await call.command((tx) => decideAppointment(tx, doer, wanted))
      door.forgetPerson(wanted.person)
      return answer
    }),
    dismiss: os.dismiss.handler(async ({ context: { call }, input }) => {
      const doer = everywhere(call, 'identity.powers.assign')
      const { person, ended } = await call.command((tx) => decideDismissal(tx, doer, input))
      door.forgetPerson(person)
      return { ended }
    }),
    tightenSignIn: os.tightenSignIn.handler(({ context: { call }, input }) => {
      const doer = everywhere(call, 'identity.settings.tighten')
      const wanted = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      return call.command((tx) => decideTightening(tx, doer, wanted as Partial<SignInSettings>))
    }),
  }
}
