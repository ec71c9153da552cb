import { ok } from '#platform/kernel/result.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import {
  type Facts,
  modelInForce,
  needsOf,
  type PastCase,
  type Said,
  tryOut,
  withinTime,
} from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Tried } from '../contract/parts.ts'
import { opened } from './check-document.ts'
import { readPastCases } from './past-cases.ts'

/** Five thousand cases under two versions take some seconds. */
const longestMilliseconds = 20_000

type Input = {
  readonly model: string
  readonly xml: string
  readonly decision: string
  readonly cases?: readonly Facts[] | undefined
}

/** Works past cases out under a document and under the version in force. */
export async function tryDocument(
  services: Services,
  { actor, now, read }: CallContext['call'],
  input: Input,
): Promise<Tried> {
  const { jurisdiction } = actor
  const after = opened(input.xml)
  const asked = { jurisdiction, pack: services.rules().documents('decision-model'), id: input.model, at: now.getTime() }
  const present = await read((tx) => modelInForce(tx, asked))
  if (present === undefined) return refused('rules.model.unknown', { model: input.model })
  if (needsOf(after.model, input.decision) === undefined)
    return refused('rules.decision.unknown', {
      decision: input.decision,
      known: after.model.decisions.map(({ name }) => name),
    })
  const past = input.cases ? numbered(input.cases) : await readPastCases(services, input.model)
  const before = opened(present.xml)
  const tried = withinTime(() => ok(tryOut({ before, after }, input.decision, past)), longestMilliseconds)
  if (!tried.ok) return refused(tried.refusal.code, tried.refusal.facts)
  const { examples, ...figures } = tried.value
  return {
    ...figures,
    before: [...figures.before],
    after: [...figures.after],
    examples: examples.map((one) => ({ key: one.key, before: saidOf(one.before), after: saidOf(one.after) })),
  }
}

function numbered(cases: readonly Facts[]): readonly PastCase[] {
  return cases.map((facts, index) => ({ key: String(index + 1), facts }))
}

function saidOf(said: Said): Tried['examples'][number]['before'] {
  if ('refused' in said) return { result: null, refused: said.refused, plain: [] }
  return { result: said.result, refused: null, plain: [...said.explanation.plain] }
}
