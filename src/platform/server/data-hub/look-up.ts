import { appendStatement, isStreamMoved } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type Asked, askDepartment } from './ask-department.ts'
import { catalogueAt, type Dataset, datasetOf } from './catalogue.ts'
import { isOver, nextAsk } from './domain/look-up.ts'
import { type Held, lookUpEntry } from './entries.ts'
import type { LookUpAsk } from './look-up-ask.ts'
import type { LookUpRow } from './look-up-row.ts'
import { type LookUpTurn, listLookUps, turnLookUp } from './look-up-store.ts'
import { openLookUps } from './open-look-ups.ts'
import { answerPlace, type LookUpOutcome, outcomeOf, subjectPlace } from './outcome.ts'

/** Time for which an answer is kept for whoever asked: it takes what it needs into its own record. */
const keptMilliseconds = 3 * 86_400_000

/**
 * Looks up data that others hold, all at once, and gives how each stands, in the order asked. Each is on record before anybody is
 * asked, and how it went is before the caller hears it; what waits is asked again by itself (`startDataHub`), and its end
 * comes as an entry of the stream `data-hub.look-up/<id>`.
 * @example
 * const [house] = await lookUpAll(services, [{ dataset: 'housing-archive', subject: { kind: 'person', number, name },
 *   fields: ['certificate-number'], purpose: { matter: 'withdraw-for-rent', case: id }, actor: { organisation: 'gongjijin' } }])
 * if (house.kind === 'not-found') … // no house
 */
export async function lookUpAll(services: Services, asks: readonly LookUpAsk[]): Promise<readonly LookUpOutcome[]> {
  const opened = await openLookUps(services, asks)
  const asked = await Promise.all(
    opened.map(async ({ row, isNew, dataset }) =>
      isNew && !isOver(row.state) && dataset ? askAbout(services, row, dataset) : undefined,
    ),
  )
  const turned = new Map(
    (
      await recordAll(
        services,
        asked.filter((one) => one !== undefined),
      )
    ).map((row) => [row.id, row]),
  )
  return opened.map(({ row }) => outcomeOf(services.personalData, turned.get(row.id) ?? row))
}

/** One look-up; see `lookUpAll`. */
export async function lookUp(services: Services, ask: LookUpAsk): Promise<LookUpOutcome> {
  const [outcome] = await lookUpAll(services, [ask])
  if (outcome === undefined) throw new Error('a look-up without an outcome')
  return outcome
}

/** How a look-up stands now, with its values while they are kept; undefined where there is none of this id. */
export async function collectAnswer(services: Services, id: string): Promise<LookUpOutcome | undefined> {
  const { database, jurisdiction, personalData } = services
  const [row] = await database.asSystem(jurisdiction, (tx) => listLookUps(tx, jurisdiction, [id]))
  return row && outcomeOf(personalData, row)
}

/** Asks the department once about a look-up that is not over, and records how it went; gives the look-up as it stands then. */
export async function askOnce(services: Services, row: LookUpRow, dataset: Dataset): Promise<LookUpRow> {
  const [turned] = await recordAll(services, [await askAbout(services, row, dataset)])
  return turned ?? row
}

/** A look-up with what is to become of it. */
export type Turning = { readonly row: LookUpRow; readonly held: Held | undefined; readonly turn: LookUpTurn }

async function askAbout(services: Services, row: LookUpRow, dataset: Dataset): Promise<Turning> {
  const { personalData, clock, rules } = services
  if (row.subject === null) throw new Error(`the look-up ${row.id} has forgotten whom it is about`)
  const subject = JSON.parse(personalData.open(row.subject, subjectPlace(row.id))) as { number: string; name?: string }
  const catalogue = catalogueAt(rules(), clock.now().getTime())
  const asked = await askDepartment(services, catalogue, dataset, {
    ...{ id: row.id, fields: row.fields, subject: { ...subject, hash: row.subject_hash } },
  })
  return { row, held: dataset, turn: turnAfter(services, row, asked) }
}

/** The dataset that a look-up was begun with. */
export function datasetOfLookUp({ rules }: Services, row: LookUpRow, now: Date): Dataset | undefined {
  return datasetOf(rules(), catalogueAt(rules(), now.getTime()), row.dataset, row.dataset_version)
}

/**
 * Records turns in one transaction and one round trip. Each has an entry of the next version: where somebody else was quicker with one of
 * them the entry collides, and then each is recorded by itself; theirs stands.
 */
export async function recordAll(services: Services, turned: readonly Turning[]): Promise<readonly LookUpRow[]> {
  const { database, jurisdiction, clock } = services
  if (turned.length === 0) return []
  const rows = turned.map(({ row, turn }) => ({ ...row, ...turn, version: row.version + 1 }))
  const entries = rows.map((row, at) => lookUpEntry(jurisdiction, row, turned[at]?.held, clock.now()))
  try {
    await database.asSystem(jurisdiction, async (tx) => {
      const append = appendStatement(entries)
      await Promise.all([
        ...turned.map(({ row, turn }) => turnLookUp(tx, jurisdiction, row, turn)),
        tx.finish(append.name, append.text, append.values),
      ])
    })
    return rows
  } catch (error) {
    if (!isStreamMoved(error)) throw error
    if (turned.length > 1) return (await Promise.all(turned.map((one) => recordAll(services, [one])))).flat()
    const ids = turned.map(({ row }) => row.id)
    return database.asSystem(jurisdiction, (tx) => listLookUps(tx, jurisdiction, ids))
  }
}

function turnAfter({ clock, personalData }: Services, row: LookUpRow, asked: Asked): LookUpTurn {
  const now = clock.now()
  const over = { attempts: row.attempts, next_at: null, ended_at: now, as_of: null, answer: null, forget_at: null }
  if (asked.kind === 'fault') {
    if (now >= row.until) return { ...over, state: 'gave-up', reason: asked.fault }
    const next_at = new Date(nextAsk(row.attempts, now.getTime(), row.until.getTime()))
    return { ...over, state: 'waiting', reason: asked.fault, next_at, ended_at: null }
  }
  const { answer, asOf } = asked
  const as_of = asOf ?? null
  if (answer.kind === 'not-found') return { ...over, state: 'not-found', reason: null, as_of }
  if (answer.kind === 'wrong-answer')
    return {
      ...over,
      state: 'wrong',
      reason: answer.field === undefined ? answer.reason : `${answer.reason}:${answer.field}`,
    }
  const sealed = personalData.seal(JSON.stringify(answer.records), answerPlace(row.id))
  return {
    ...over,
    state: 'answered',
    reason: null,
    as_of,
    answer: sealed,
    forget_at: new Date(now.getTime() + keptMilliseconds),
  }
}
