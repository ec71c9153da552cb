import { createHash } from 'node:crypto'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { type Dated, inForce } from '#platform/kernel/in-force.ts'
import { type Instant, stateCouncil, type WorkCalendar, workCalendar } from '#platform/kernel/working-time/index.ts'
import {
  type Channels,
  type CheckRule,
  type CountyCalendar,
  type DocumentKind,
  type DocumentOf,
  type Ladder as LadderDocument,
  type LampRule as LampDocument,
  listAllDocuments,
  type PlanKind,
  type PlateRule as PlateDocument,
  type PointRule as PointDocument,
  type StoredKind,
} from '#platform/server/county/index.ts'
import type { Database } from '#platform/server/database/index.ts'
import type { Ladder } from '#platform/server/obligations/domain/ladder.ts'
import type { LampRule } from '#platform/server/plans/domain/lamp.ts'
import type { PlateRule } from '#platform/server/plans/domain/plates/plate.ts'
import { type CountyDutyRule, dutyRuleOf } from './duty-rule.ts'
import { type CountyPaymentRule, paymentRuleOf } from './payment-rule.ts'

/** A county's lamp rule with its words. */
export type CountyLampRule = LampRule & { readonly name: string; readonly wording: LampDocument['wording'] }

/** A county's rule of plates with its words. */
export type CountyPlateRule = PlateRule & { readonly name: string; readonly wording: PlateDocument['wording'] }

/** The kinds of documents that name the day from which they hold. */
export type DatedKind = {
  [K in DocumentKind]: DocumentOf<K> extends { readonly effectiveFrom: string } ? K : never
}[DocumentKind]

/** The rules of one county, ready for use: by version where a record was made under one, the present one for what is new. */
export type CountyRules = {
  readonly calendar: WorkCalendar
  /** Every version of a kind of document, as the pack says it. */
  documents<K extends DocumentKind>(kind: K): readonly DocumentOf<K>[]
  /** The same with those that the pack no longer has: what began under one ends under it. */
  versions<K extends DocumentKind>(kind: K): readonly DocumentOf<K>[]
  /** The version of a document in force at an instant; only for kinds whose documents name the day from which they hold. */
  documentAt<K extends DatedKind>(kind: K, id: string, at: Instant): DocumentOf<K> | undefined
  ladder(id: string, version?: string): Ladder
  /** The ladder in force at an instant, for what is opened then; the first version where none was yet. */
  ladderAt(id: string, at: Instant): Ladder
  /** How notices leave the platform, where the county says so. */
  readonly channels: Channels | undefined
  /** The rule of payments that did not arrive, in force at an instant; the usual one where the county has none. */
  paymentRuleAt(at: Instant): CountyPaymentRule
  /** The rule of duties given by hand, in force at an instant, or at a version. */
  dutyRule(at: Instant, version?: string): CountyDutyRule
  lampRule(id: string, version?: string): CountyLampRule
  /** The version in force at an instant; where none is yet, the latest there is. */
  lampRuleAt(id: string, at: Instant): CountyLampRule
  /** Every version of the rules of plates and of points; `inForce` picks those of an instant. */
  readonly plateRules: readonly CountyPlateRule[]
  readonly pointRules: readonly PointDocument[]
  /** The kind of plan of an id; nothing where the pack does not name it. */
  planKind(id: string): PlanKind | undefined
  /** The rule by which plans are checked at an instant; nothing where the pack has none. */
  checkRuleAt(at: Instant): CheckRule | undefined
  /** Whether the pack has a rule of this kind and id. */
  has(kind: 'ladder' | 'lamp-rule', id: string): boolean
}

/** Hours where a pack says none. */
const usualHours: CountyCalendar = {
  sessions: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
  extraDays: [],
  publishedYears: [],
}

/** Reads a county's rules as its pack was last applied. */
export async function readCountyRules(database: Database, jurisdiction: JurisdictionId): Promise<CountyRules> {
  const rows = await database.asSystem(jurisdiction, (tx) => listAllDocuments(tx, jurisdiction))
  const ever = Map.groupBy(rows, ({ kind }) => kind)
  const byKind = Map.groupBy(
    rows.filter(({ retired }) => !retired),
    ({ kind }) => kind,
  )
  const stored = <Body>(kind: StoredKind) => (byKind.get(kind) ?? []).map(({ body }) => body as Body)
  const documents = <K extends DocumentKind>(kind: K) => stored<DocumentOf<K>>(kind)
  const ladders = stored<LadderDocument>('ladder')
  const lampRules = documents('lamp-rule')
  const pick = picker(jurisdiction)
  return {
    calendar: calendarOf(stored<CountyCalendar>('calendar')[0] ?? usualHours),
    documents,
    versions: (kind) => (ever.get(kind) ?? []).map(({ body }) => body as never),
    documentAt: (kind, id, at) =>
      inForce(documents(kind) as unknown as readonly Dated[], at).find((one) => one.id === id) as never,
    ladder: (id, version) => ladderOf(pick(ladders, id, version)),
    ladderAt: (id, at) => ladderOf(inForce(ladders, at).find((one) => one.id === id) ?? pick(ladders, id)),
    channels: stored<Channels>('channels')[0],
    paymentRuleAt: (at) => paymentRuleOf(documents('payment-rule'), at),
    dutyRule: (at, version) => dutyRuleOf(documents('duty-rule'), at, version),
    lampRule: (id, version) => lampRuleOf(pick(lampRules, id, version)),
    lampRuleAt: (id, at) => lampRuleOf(inForce(lampRules, at).find((one) => one.id === id) ?? pick(lampRules, id)),
    planKind: (id) =>
      documents('plan-kind')
        .filter((kind) => kind.id === id)
        .sort((a, b) => b.version - a.version)[0],
    checkRuleAt: (at) => inForce(documents('check-rule'), at)[0],
    plateRules: documents('plate-rule').map(plateRuleOf),
    pointRules: documents('point-rule'),
    has: (kind, id) => (kind === 'ladder' ? ladders : lampRules).some((rule) => rule.id === id),
  }
}

/** The State Council's days and the county's own, under a version that names both. */
export function calendarOf(document: CountyCalendar): WorkCalendar {
  const own = document.extraDays.map((day) => ({
    ...day,
    kind: day.kind === 'workday' ? ('makeup' as const) : day.kind,
  }))
  const definition = {
    sessions: document.sessions.map(({ from, to }) => [from, to] as const),
    days: [...stateCouncil.days, ...own],
    publishedYears: [...new Set([...stateCouncil.publishedYears, ...(document.publishedYears ?? [])])],
  }
  const digest = createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 8)
  return workCalendar({ version: `${Math.max(...definition.publishedYears)}-${digest}`, ...definition })
}

function ladderOf(document: LadderDocument): Ladder {
  return { id: document.id, version: String(document.version), name: document.name, levels: document.levels }
}

function lampRuleOf(document: LampDocument): CountyLampRule {
  const { id, version, effectiveFrom, thresholds, name, wording } = document
  return { id, version: String(version), effectiveFrom, ...thresholds, name, wording }
}

function plateRuleOf(document: PlateDocument): CountyPlateRule {
  const { id, version, effectiveFrom, closes, thresholds, lead, name, wording } = document
  return { id, version: String(version), effectiveFrom, closes, ...thresholds, lead, name, wording }
}

function picker(jurisdiction: JurisdictionId) {
  return <T extends { readonly id: string; readonly version: number }>(
    documents: readonly T[],
    id: string,
    version?: string,
  ): T => {
    const candidates = documents.filter(
      (one) => one.id === id && (version === undefined || String(one.version) === version),
    )
    const latest = candidates.sort((a, b) => b.version - a.version)[0]
    if (latest === undefined) throw new Error(`${jurisdiction} has no rule ${id}${version ? `@${version}` : ''}`)
    return latest
  }
}
