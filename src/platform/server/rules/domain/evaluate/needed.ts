import type { Decision, DecisionService, InputData, Model } from '../model/model.ts'

/** What can be asked of a model. */
export type Target = Decision | DecisionService

/** The decision of a name, or the decision service. */
export function findTarget(model: Model, name: string): Target | undefined {
  return model.decisions.find((one) => one.name === name) ?? model.services.find((one) => one.name === name)
}

/** The names of the facts that a decision or service needs; nothing where the model has none of that name. */
export function needsOf(model: Model, name: string): readonly string[] | undefined {
  const target = findTarget(model, name)
  return target && inputsOf(model, target).map((input) => input.name)
}

/**
 * The facts that a decision needs, by itself and through what it requires; to a decision service its input decisions are facts.
 * @param standsFor whether a fact is given in the place of a required decision
 */
export function inputsOf(
  model: Model,
  target: Target,
  standsFor: (decision: Decision) => boolean = () => false,
): readonly InputData[] {
  const inputs = new Map(model.inputs.map((one) => [one.id, one]))
  const decisions = new Map(model.decisions.map((one) => [one.id, one]))
  const needed = new Map<string, InputData>()
  const seen = new Set<string>()
  const given = new Set('outputs' in target ? target.inputDecisions : [])
  const visit = (id: string): void => {
    const input = inputs.get(id)
    if (input) needed.set(id, input)
    const decision = decisions.get(id)
    if (decision === undefined || seen.has(id)) return
    seen.add(id)
    if (given.has(id) || (id !== target.id && standsFor(decision))) {
      needed.set(id, decision)
      return
    }
    for (const next of [...decision.requires.inputs, ...decision.requires.decisions]) visit(next)
  }
  for (const id of 'outputs' in target ? target.outputs : [target.id]) visit(id)
  return [...needed.values()]
}
