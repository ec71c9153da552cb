import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { timeLeft } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import {
  climb,
  listObligations,
  type ObligationRow,
  obligationOf,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import { advance, gatesStart, nodeObligation, nodeOf, nodeStream, rulesOfPlan } from '#platform/server/plans/index.ts'
import type { NodeRow, Party, Remaining } from '../../contract/views.ts'
import { type ListedNode, listTitles } from '../project-store.ts'

/** What rows are made with: the county's rules, the names and obligations that they mention, and the time. */
export type RowParts = {
  readonly rules: CountyRules
  readonly names: Names
  readonly obligations: ReadonlyMap<string, ObligationRow>
  readonly titles: ReadonlyMap<string, WaitedOn>
  readonly now: Date
}

/** Reads what the rows of these nodes mention. */
export async function partsFor(
  tx: Transaction,
  jurisdiction: JurisdictionId,
  rules: CountyRules,
  nodes: readonly ListedNode[],
  now: Date,
): Promise<RowParts> {
  const streams = nodes.map((node) => nodeStream(node.id))
  const waited = [...new Set(nodes.flatMap((node) => (node.waits_on > 0 ? node.predecessors : [])))]
  const [names, obligations, titles] = await Promise.all([
    findNames(tx, jurisdiction, {
      organisations: nodes.flatMap((node) => [node.organisation, node.lead_organisation]),
      people: nodes.flatMap((node) => [node.person, node.lead_person]),
    }),
    listObligations(tx, jurisdiction, { subjects: streams, kind: nodeObligation }),
    listTitles(tx, jurisdiction, waited),
  ])
  return {
    rules,
    names,
    obligations: new Map(obligations.map((row) => [row.subject, row])),
    titles: new Map(titles.map((one) => [one.id, one])),
    now,
  }
}

/** A node as lists show it, as time has left it by now: a sweep that is late changes nothing on the screen, and no time runs in a draft. */
export function nodeRowOf(stored: ListedNode, parts: RowParts): NodeRow {
  const { rules, names, now } = parts
  const runs = stored.plan_started_at !== null
  const present = runs ? advance(rulesOfPlan(rules, stored), nodeOf(stored), now.getTime()).node : nodeOf(stored)
  const obligation = parts.obligations.get(nodeStream(stored.id))
  const owed =
    obligation && climb(rulesOfObligation(rules, obligation), obligationOf(obligation), now.getTime()).obligation
  const isOpen = runs && ['planned', 'running', 'returned'].includes(present.state)
  return {
    node: stored.id,
    project: stored.plan_id,
    projectTitle: stored.plan_title,
    code: stored.code,
    title: stored.title,
    deliverable: stored.deliverable,
    owner: partyOf(names, stored.organisation, stored.person),
    state: present.state,
    lamp: present.lamp,
    lampSince: present.lampSince === null ? null : new Date(present.lampSince).toISOString(),
    progress: present.progress,
    plannedStart: stored.planned_start.toISOString(),
    deadline: stored.deadline.toISOString(),
    remaining: isOpen
      ? remainingOf(rules, present.startedAt ?? present.plannedStart, owed?.dueAt ?? present.deadline, now)
      : null,
    waitsOn: stored.waits_on > 0 ? waitsOn(stored, parts) : [],
    level: owed?.level ?? 0,
  }
}

/** A unit and person with their names. */
export function partyOf(names: Names, organisation: string, person: string | null): Party {
  return {
    organisation,
    organisationName: names.organisation(organisation),
    person,
    personName: person === null ? null : names.person(person),
  }
}

/** What is left until a deadline, in working time. */
export function remainingOf({ calendar }: CountyRules, from: number, dueAt: number, now: Date): Remaining {
  return timeLeft(calendar, { from, dueAt }, now.getTime())
}

type WaitedOn = { readonly title: string; readonly started: boolean; readonly done: boolean }

function waitsOn(node: ListedNode, { titles }: RowParts): string[] {
  const waited = node.links.filter(gatesStart).flatMap((link) => {
    const one = titles.get(link.node)
    const reached = link.kind === 'SS' ? one?.started : one?.done
    return one === undefined || reached ? [] : [one.title]
  })
  return [...new Set(waited)]
}
