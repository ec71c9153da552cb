import type { PersonId } from '#platform/kernel/ids.ts'
import { sessionCookieNamed } from '#platform/server/identity/index.ts'
import { askPhoneCode, changePhone } from './change-phone.ts'
import { checkIdentity } from './check-identity.ts'
import { sendCode } from './codes.ts'
import { confirmEnterprises } from './confirm-enterprises.ts'
import { askConsent, named, takeConsent } from './consent.ts'
import { enterByCode } from './enter.ts'
import { enterExternal, type ResidentArrival } from './enter-external.ts'
import { findMandate } from './mandate-store.ts'
import type { Origin, ResidentParts } from './parts.ts'
import { recordAccess } from './record-access.ts'
import { findResidentRow } from './resident-store.ts'
import { listSessions } from './session-store.ts'
import { openResidentSessions, type ResidentSession, type ResidentSessions, standingOf } from './sessions.ts'
import { viewResident } from './view-resident.ts'

/** The cookie that carries a resident's session. */
export const residentCookie = sessionCookieNamed('xianqu_resident')

/** The residents' door, for the host to mount. */
export type ResidentDoor = ReturnType<typeof openResidents>

/**
 * Opens the residents' door of one county; the host keeps one for its life.
 * @example const sent = await residents.askCode(phone, { address, device })
 */
export function openResidents(parts: ResidentParts) {
  const { jurisdiction, database, credentials, clock } = parts
  const sessions = openResidentSessions(parts)
  return {
    /** Sends a code for signing in, whether or not the phone is known; see `sendCode`. */
    askCode: (phone: string, origin: Origin) =>
      sendCode(parts, { phone, origin, purpose: 'sign-in', about: '', text: signInText }),
    /** Signs in by the code that was sent; see `enterByCode`. */
    enter: (typed: { readonly phone: string; readonly code: string; readonly origin: Origin }) =>
      enterByCode(parts, sessions, typed),
    /** Signs in whom a provider of real names has brought; see `enterExternal`. */
    enterExternal: (arrival: ResidentArrival) => enterExternal(parts, sessions, arrival),
    /** Who sends this Cookie header; undefined where no resident does, or the session has ended. `anew` asks the database whatever is remembered. */
    resolveSession: async (cookieHeader: string | undefined, anew = false): Promise<ResidentSession | undefined> => {
      const token = residentCookie.tokenOf(cookieHeader)
      return token === undefined ? undefined : sessions.resolve(token, anew)
    },
    /** As whom a resident acts now, who needs no session to be asked about; undefined where they have left. */
    standing: (resident: PersonId) =>
      database.asSystem(jurisdiction, (tx) => standingOf(tx, jurisdiction, { resident, at: clock.now() })),
    /** What a resident is told of themselves. */
    view: async (resident: PersonId) => {
      const row = await database.asSystem(jurisdiction, (tx) => findResidentRow(tx, jurisdiction, resident))
      return row && viewResident(parts, row)
    },
    /** Checks name and identity number; see `checkIdentity`. */
    checkIdentity: (session: ResidentSession, typed: { readonly name: string; readonly number: string }) =>
      checkIdentity(parts, sessions, session, typed),
    /** Asks the register of enterprises whom a resident represents; see `confirmEnterprises`. */
    confirmEnterprises: (resident: PersonId) => confirmEnterprises(parts, sessions, resident),
    /** Sends somebody the code that is their consent; see `askConsent`. */
    askConsent: (asked: Parameters<typeof askConsent>[1]) => askConsent(parts, asked),
    /** Takes the code that they told; see `takeConsent`. */
    takeConsent: (asked: Parameters<typeof takeConsent>[1]) => takeConsent(parts, asked),
    /** Lets a mandate, or its end, count at the helper's next request to this server; at others it does within seconds, and for acts at once. */
    heedMandate: async (mandate: string) => {
      const row = await database.asSystem(jurisdiction, (tx) => findMandate(tx, jurisdiction, mandate))
      if (row) sessions.forget(row.helper_id)
    },
    /** The checked resident with this phone and this name. */
    named: (who: { readonly phone: string; readonly name: string }, code: string) => named(parts, who, code),
    /** Sends a code to the phone that somebody at a window wants to have; see `askPhoneCode`. */
    askPhoneCode: (asked: Parameters<typeof askPhoneCode>[1]) => askPhoneCode(parts, asked),
    /** Moves somebody at a window to another phone; see `changePhone`. */
    changePhone: (run: Parameters<typeof changePhone>[2], asked: Parameters<typeof changePhone>[3]) =>
      changePhone(parts, sessions, run, asked),
    /** The open sessions of a resident, newest first. */
    listSessions: (resident: PersonId) =>
      credentials.asSystem(jurisdiction, (tx) => listSessions(tx, jurisdiction, resident, clock.now())),
    /** Ends one of a resident's own sessions: this one, or that of a phone that was lost. */
    endSession: (session: ResidentSession, only: string) => end(parts, sessions, session, only),
  }
}

async function end(parts: ResidentParts, sessions: ResidentSessions, { resident, id }: ResidentSession, only: string) {
  const ended = await sessions.end({ resident, only })
  if (ended.length === 0) return { ended: false }
  const kind = only === id ? 'residents.signed-out' : 'residents.session-ended'
  await recordAccess(parts, resident, { kind, actor: { person: resident }, payload: { session: only } })
  return { ended: true }
}

function signInText(code: string): string {
  return `登录验证码 ${code}，5 分钟内有效。工作人员不会向您索要验证码。`
}
