import type { Database, Scope } from '#platform/server/database/index.ts'
import { type Command, type Outcome, runTogether } from './run-together.ts'

/*
 * Group commit. Commands of one scope that arrive while a transaction of that scope is under way wait for its end and then
 * share the next one: the busier a unit, the fewer transactions, and a quiet one waits for nobody. Whatever goes wrong with a
 * shared transaction, each of its commands is run again by itself.
 */

type Waiting = { readonly command: Command; readonly done: (outcome: Outcome) => void }
type Lane = { waiting: Waiting[]; isBusy: boolean }

const mostTogether = 32
const lanesOf = new WeakMap<Database, Map<string, Lane>>()

/** Runs a command with others of its scope; `again` where it has to be run by itself. */
export function joinLane(database: Database, command: Command): Promise<Outcome> {
  const lanes = lanesOf.get(database) ?? new Map<string, Lane>()
  lanesOf.set(database, lanes)
  const name = nameOf(command.call.scope)
  const lane = lanes.get(name) ?? { waiting: [], isBusy: false }
  lanes.set(name, lane)
  return new Promise((done) => {
    lane.waiting.push({ command, done })
    if (!lane.isBusy) void drain(database, lane)
  })
}

async function drain(database: Database, lane: Lane): Promise<void> {
  lane.isBusy = true
  while (lane.waiting.length > 0) {
    const group = lane.waiting.splice(0, mostTogether)
    const outcomes = await runGroup(
      database,
      group.map(({ command }) => command),
    )
    for (const [index, { done }] of group.entries()) done(outcomes[index] ?? { kind: 'again' })
  }
  lane.isBusy = false
}

async function runGroup(database: Database, commands: readonly Command[]): Promise<readonly Outcome[]> {
  const [first] = commands
  if (first === undefined) return []
  try {
    return await database.transaction(first.call.scope, (tx) => runTogether(tx, commands))
  } catch {
    return commands.map(() => ({ kind: 'again' }))
  }
}

function nameOf({ jurisdiction, organisations }: Scope): string {
  return `${jurisdiction} ${organisations === 'all' ? '*' : [...organisations].sort().join(',')}`
}
