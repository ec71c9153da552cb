import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { addWorkingDays, type Instant, type WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { append, asksConsent, begun, type Case, type CaseChange, type CaseMaterial, isGathered } from './case.ts'
import type { Matter } from './matter.ts'

/*
 * From the submission to the acceptance. The applicant hands in what no department holds; the rest is asked for. Once nothing is
 * wanted any more, the case is accepted (受理): its promised time runs from then.
 *
 * A look-up that ended without use (a wrong answer, no answer in the agreed time, no grant) is told once, and asked for anew an hour
 * later, then after twice as long, up to a day. After the fifth only the paper helps, where the matter allows one; where it does
 * not, it is asked for daily until it comes.
 */

/** What an applicant hands in: files by material. Data is brought afterwards. */
export type Supplied = Readonly<Record<string, readonly string[]>>

/** What a look-up came to, for one material; `isUseless` where it ended without use. */
export type Brought = CaseMaterial & { readonly material: string; readonly isUseless?: true }

const firstPauseMilliseconds = 3_600_000
const longestPauseMilliseconds = 86_400_000
const mostTries = 5

/** A new case; refused where a material that no department holds is missing. */
export function submitCase(
  matter: Matter,
  calendar: WorkCalendar,
  submission: { readonly id: string; readonly supplied: Supplied },
  now: Instant,
): Result<CaseChange> {
  const { id, supplied } = submission
  const lacking = matter.materials.filter(
    ({ id: material, dataset, required }) => required && dataset === undefined && !supplied[material]?.length,
  )
  if (lacking.length > 0)
    return refuse('casework.material.missing', { materials: lacking.map(({ name }) => name).join('、') })
  const stray = Object.keys(supplied).find((material) => !matter.materials.some((one) => one.id === material))
  if (stray !== undefined) return refuse('casework.material.unknown', { material: stray })
  const materials = Object.fromEntries(
    matter.materials.map(({ id: material }): [string, CaseMaterial] => {
      const files = supplied[material]
      return [material, files?.length ? { state: 'supplied', files } : { state: 'wanted' }]
    }),
  )
  const fresh: Case = {
    ...{ id, state: 'gathering', acceptedAt: now, dueAt: promisedEnd(matter, calendar, now), endedAt: null, materials },
    steps: Object.fromEntries(matter.steps.map((step) => [step.id, { state: 'waiting' as const }])),
    ...{ outcomes: {}, version: 0 },
  }
  const rule = { id: matter.id, version: String(matter.version) }
  const payload = { matter: matter.id, matterVersion: matter.version, supplied: Object.keys(supplied) }
  return ok(append(begun(fresh), {}, { kind: 'casework.case.submitted', at: now, payload, rule }))
}

/** Notes what look-ups came to. What is no longer wanted, because the applicant supplied it meanwhile, stays as it is. */
export function bring(matter: Matter, change: CaseChange, brought: readonly Brought[], now: Instant): CaseChange {
  const { materials } = change.case
  const news = brought.filter(({ material, state, trouble, isUseless }) => {
    const before = materials[material]
    return before?.state === 'wanted' && (state !== 'wanted' || isUseless || trouble !== before.trouble)
  })
  if (change.case.state !== 'gathering' || news.length === 0) return change
  const noted = Object.fromEntries(news.map((one) => [one.material, noteOf(matter, materials[one.material], one, now)]))
  const payload = {
    materials: news.map(({ material, state, lookUp, trouble, source, asOf }) => ({
      ...{ material, state, ...(lookUp && { lookUp }), ...(trouble && { trouble }) },
      ...{ ...(source && { source }), ...(asOf && { asOf }) },
    })),
  }
  const after = { materials: { ...materials, ...noted } }
  return tellLacking(matter, append(change, after, { kind: 'casework.case.brought', at: now, payload }), news, now)
}

function noteOf(
  matter: Matter,
  before: CaseMaterial | undefined,
  { material, isUseless, ...came }: Brought,
  now: Instant,
): CaseMaterial {
  if (!isUseless) return before?.tries === undefined ? came : { ...came, tries: before.tries }
  const tries = (before?.tries ?? 0) + 1
  const pause = Math.min(firstPauseMilliseconds * 2 ** (tries - 1), longestPauseMilliseconds)
  return { ...came, tries, askAt: tries >= mostTries && hasPaper(matter, material) ? null : now + pause }
}

/** Tells once of each material that data could not bring: who can help, the applicant or the authority, hears of it. */
function tellLacking(matter: Matter, change: CaseChange, news: readonly Brought[], now: Instant): CaseChange {
  return news
    .filter(({ material, isUseless }) => isUseless && change.case.materials[material]?.tries === 1)
    .reduce((so, { material, trouble = '' }) => {
      const { name: materialName = material } = matter.materials.find(({ id }) => id === material) ?? {}
      const payload = {
        material,
        materialName,
        trouble,
        paper: hasPaper(matter, material),
        authority: matter.authority,
      }
      return append(so, {}, { kind: 'casework.case.data-lacking', at: now, payload })
    }, change)
}

function hasPaper(matter: Matter, material: string): boolean {
  return matter.materials.find(({ id }) => id === material)?.paper === true
}

/** The applicant supplies the paper of a material that data could not bring. */
export function supply(
  matter: Matter,
  of: Case,
  given: { readonly material: string; readonly files: readonly string[] },
  now: Instant,
): Result<CaseChange> {
  if (of.state !== 'gathering') return refuse('casework.case.not-gathering')
  const material = matter.materials.find(({ id }) => id === given.material)
  if (material === undefined) return refuse('casework.material.unknown', { material: given.material })
  if (of.materials[given.material]?.state !== 'wanted')
    return refuse('casework.material.there', { material: material.name })
  if (!material.paper) return refuse('casework.material.by-data-only', { material: material.name })
  const supplied: CaseMaterial = { state: 'supplied', files: given.files }
  return ok(
    append(
      begun(of),
      { materials: { ...of.materials, [given.material]: supplied } },
      { kind: 'casework.case.supplied', at: now, payload: { material: given.material, files: [...given.files] } },
    ),
  )
}

/** The applicant agrees that a material is looked up: it is asked for anew at once. */
export function agreeToLook(of: Case, material: string, now: Instant): Result<CaseChange> {
  if (of.state !== 'gathering') return refuse('casework.case.not-gathering')
  if (!asksConsent(of.materials[material])) return refuse('casework.consent.not-asked')
  const materials = { ...of.materials, [material]: { state: 'wanted' as const } }
  return ok(append(begun(of), { materials }, { kind: 'casework.case.agreed', at: now, payload: { material } }))
}

/** Accepts a case that has everything: the promise runs from now; `atOnce` where the rule ends it in the same breath. */
export function accept(
  matter: Matter,
  calendar: WorkCalendar,
  change: CaseChange,
  now: Instant,
  atOnce: boolean,
): CaseChange {
  if (change.case.state !== 'gathering' || !isGathered(matter, change.case)) return change
  const dueAt = promisedEnd(matter, calendar, now)
  return append(
    change,
    { state: 'handling', acceptedAt: now, dueAt },
    {
      kind: 'casework.case.accepted',
      at: now,
      payload: { dueAt: new Date(dueAt).toISOString(), ...(atOnce && { atOnce }) },
    },
  )
}

function promisedEnd(matter: Matter, calendar: WorkCalendar, from: Instant): Instant {
  return addWorkingDays(calendar, from, matter.days.promised).at
}
