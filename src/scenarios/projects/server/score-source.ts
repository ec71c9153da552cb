import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { ScoreFact, ScoreSource, Told } from '#platform/server/scoring/index.ts'

/*
 * What the record of projects means for points. The lamps, plates and acceptances are those of the plans engine; an objection that
 * was upheld takes back the entry that it was about.
 */

/** Projects in the ledger of points. */
export const scoreSource: ScoreSource = {
  id: 'projects',
  version: 1,
  entries: [
    'plans.lamp.given',
    'plans.node.accepted',
    'plans.plate.given',
    'projects.hard-case.scored',
    'projects.appeal.answered',
  ],
  facts: {
    'plans.lamp-yellow': '黄灯',
    'plans.lamp-red': '红灯',
    'plans.completed-blue': '节点以蓝灯验收完成',
    'plans.held-others-up': '自身超时，耽误后续责任单位',
    'plans.plate-green': '绿牌',
    'plans.plate-yellow': '黄牌',
    'plans.plate-red': '红牌',
    'projects.hard-case-share': '攻坚任务得分',
  },
  read: (entry) => readers[entry.kind]?.(entry, entry.payload ?? {}) ?? { facts: [], reversals: [] },
}

const readers: Readonly<Record<string, (entry: SealedEntry, payload: JsonObject) => Told>> = {
  'plans.lamp.given': (entry, payload) =>
    payload.to === 'yellow' || payload.to === 'red' ? told(factOf(entry, `plans.lamp-${payload.to}`)) : told(),
  'plans.node.accepted': (entry, payload) =>
    told(
      ...(payload.lamp === 'blue' ? [factOf(entry, 'plans.completed-blue')] : []),
      ...(Array.isArray(payload.heldUp) && payload.heldUp.length > 0 ? [factOf(entry, 'plans.held-others-up')] : []),
    ),
  'plans.plate.given': (entry, payload) =>
    told({ ...factOf(entry, `plans.plate-${String(payload.colour)}`), person: null, unit: textOf(payload.unit) }),
  'projects.hard-case.scored': (entry, payload) => told(...sharesOf(entry, payload)),
  'projects.appeal.answered': (entry, payload) => {
    const voids = payload.upheld === true ? textOf(payload.contests) : null
    return voids === null ? told() : { facts: [], reversals: [{ voids, entry: entry.id, at: entry.at.getTime() }] }
  },
}

function told(...facts: readonly ScoreFact[]): Told {
  return { facts, reversals: [] }
}

function factOf(entry: SealedEntry, kind: string, part = 0): ScoreFact {
  const payload = entry.payload ?? {}
  return {
    ...{ kind, part, entry: entry.id, at: entry.at.getTime(), thing: entry.stream, readers: entry.readers ?? null },
    ...{
      person: textOf(payload.person),
      unit: textOf(payload.organisation),
      matter: textOf(payload.plan) ?? entry.stream,
    },
  }
}

function sharesOf(entry: SealedEntry, { shares }: JsonObject): ScoreFact[] {
  if (!Array.isArray(shares)) return []
  return shares.flatMap((share, part) => {
    const { person, organisation, points } = share as JsonObject
    if (typeof points !== 'number') return []
    const own = { person: textOf(person), unit: textOf(organisation), points }
    return [{ ...factOf(entry, 'projects.hard-case-share', part), ...own }]
  })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
