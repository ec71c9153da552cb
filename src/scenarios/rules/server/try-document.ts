import { type CallContext, orRefuse, refused } from '#platform/server/http/index.ts'
import { type Facts, modelInForce, type PastCase, type Said, tryApart } from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Tried } from '../contract/parts.ts'
import { readPastCases } from './past-cases.ts'

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
  const asked = { jurisdiction, pack: services.rules().documents('decision-model'), id: input.model, at: now.getTime() }
  const present = await read((tx) => modelInForce(tx, asked))
  if (present === undefined) return refused('rules.model.unknown', { model: input.model })
  const cases = input.cases ? numbered(input.cases) : await readPastCases(services, input.model)
  const tried = { before: present.xml, after: input.xml, decision: input.decision, cases }
  const { examples, ...figures } = orRefuse(await tryApart(tried))
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
