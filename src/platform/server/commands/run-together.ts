import type { Actor } from '#platform/kernel/actor.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Scope, Transaction } from '#platform/server/database/index.ts'
import { appendStatement, type NewEntry } from '#platform/server/journal/index.ts'
import { findReceipts, keepReceipts, type NewReceipt, type Receipt, type ReceiptKey } from './command-store.ts'
import { type Decision, joined, type Statement } from './decision.ts'

/** One command as it came in. */
export type CommandCall = {
  readonly actor: Actor
  readonly scope: Scope
  /** The Idempotency-Key. */
  readonly key: string
  /** Method and path of the contract. */
  readonly route: string
  readonly input: unknown
  readonly now: Date
}

/** A command and the rule that decides it. */
export type Command<Answer = unknown> = {
  readonly call: CommandCall
  /** SHA-256 of route and input. */
  readonly digest: Buffer
  decide(tx: Transaction): Promise<Result<Decision<Answer>>>
}

/** How one command of several ended: answered or refused, thrown out by its own rule, or to be run again after the others. */
export type Outcome =
  | { readonly kind: 'answered'; readonly result: Result<unknown> }
  | { readonly kind: 'thrown'; readonly error: unknown }
  | { readonly kind: 'again' }

type Decided = { readonly command: Command; readonly decision: Decision<unknown> }

/**
 * Runs commands of one scope in one transaction of two round trips: receipts and facts, then all writes, entries, receipts and
 * the commit. Of two that decided on the same version, or came under one key, the later one is told to come again. Throws
 * where somebody outside took a version, a key or a lock first: then none of them has happened.
 */
export async function runTogether(tx: Transaction, commands: readonly Command[]): Promise<readonly Outcome[]> {
  const jurisdiction = commands[0]?.call.actor.jurisdiction ?? ''
  const keys = commands.map(({ call }) => ({ person: call.actor.person, key: call.key }))
  const receipts = send<Receipt>(tx, findReceipts(jurisdiction, keys))
  const deciding = commands.map((command) => command.decide(tx))
  for (const one of deciding) one.catch(() => undefined) // a repeat is answered by its receipt, whatever would be decided now
  const kept = byKey(await receipts)
  const settled = await Promise.allSettled(deciding)
  const doubtful = keys.filter((_, index) => !isDecided(settled[index]))
  for (const [key, receipt] of await receiptsAfter(tx, jurisdiction, doubtful)) kept.set(key, receipt)
  const taken = new Set<string>()
  const decided: Decided[] = []
  const outcomes = commands.map((command, index): Outcome => {
    const receipt = kept.get(keyOf(command))
    if (receipt !== undefined) return { kind: 'answered', result: answerAgain(receipt, command) }
    const one = settled[index]
    if (one === undefined || one.status === 'rejected') return { kind: 'thrown', error: one?.reason }
    if (!one.value.ok) return { kind: 'answered', result: one.value }
    const claims = claimsOf(command, one.value.value.entries)
    if (claims.some((claim) => taken.has(claim))) return { kind: 'again' }
    for (const claim of claims) taken.add(claim)
    decided.push({ command, decision: one.value.value })
    return { kind: 'answered', result: ok(one.value.value.answer) }
  })
  if (decided.length > 0) await write(tx, jurisdiction, decided)
  return outcomes
}

/**
 * The receipts of what was not decided, once more: a repeat whose first was committed after the first look was decided on what
 * that one did, and would be refused for it.
 */
async function receiptsAfter(
  tx: Transaction,
  jurisdiction: string,
  keys: readonly ReceiptKey[],
): Promise<Map<string, Receipt>> {
  if (keys.length === 0) return new Map()
  return send<Receipt>(tx, findReceipts(jurisdiction, keys)).then(byKey, () => new Map())
}

function byKey(receipts: readonly Receipt[]): Map<string, Receipt> {
  return new Map(receipts.map((receipt) => [`${receipt.person_id} ${receipt.key}`, receipt]))
}

function isDecided(one: PromiseSettledResult<Result<unknown>> | undefined): boolean {
  return one?.status === 'fulfilled' && one.value.ok
}

async function write(tx: Transaction, jurisdiction: string, decided: readonly Decided[]): Promise<void> {
  const entries = decided.flatMap(({ decision }) => decision.entries)
  const writes = joined(decided.flatMap(({ decision }) => decision.writes))
  const sent = [...writes, appendStatement(entries)].map((statement) => send(tx, statement))
  const last = keepReceipts(jurisdiction, decided.map(receiptOf))
  await Promise.all([...sent, tx.finish(last.name, last.text, last.values)])
}

function receiptOf({ command: { call, digest }, decision }: Decided): NewReceipt {
  return { person: call.actor.person, key: call.key, route: call.route, digest, answer: decision.answer, at: call.now }
}

/** What a decision needs for itself: its key, and the versions that it writes. */
function claimsOf(command: Command, entries: readonly NewEntry[]): string[] {
  return [keyOf(command), ...entries.map(({ stream, version }) => `${stream} ${version}`)]
}

function keyOf({ call }: Command): string {
  return `${call.actor.person} ${call.key}`
}

function answerAgain(receipt: Receipt, { call, digest }: Command): Result<unknown> {
  const same = receipt.route === call.route && receipt.input_digest.equals(digest)
  return same ? ok(receipt.answer) : refuse('command.key-reused')
}

function send<Row extends object>(tx: Transaction, statement: Statement): Promise<Row[]> {
  return tx.prepared<Row>(statement.name, statement.text, statement.values)
}
