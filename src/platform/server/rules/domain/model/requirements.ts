import type { Model, Requirements } from './model.ts'

type Node = { readonly id: string; readonly name: string; readonly requires: Requirements }

/** A requirement that leads nowhere, with the name of who requires it. */
export function findUnknown(model: Model): { readonly id: string; readonly by: string } | undefined {
  const known = new Set(
    [...model.inputs, ...model.decisions, ...model.knowledge, ...model.services].map(({ id }) => id),
  )
  const services = model.services.map(({ name, outputs, encapsulated, inputDecisions, inputs }) => ({
    name,
    ids: [...outputs, ...encapsulated, ...inputDecisions, ...inputs],
  }))
  const nodes = nodesOf(model).map(({ name, requires: { decisions, inputs, knowledge } }) => ({
    name,
    ids: [...decisions, ...inputs, ...knowledge],
  }))
  for (const { name, ids } of [...nodes, ...services]) for (const id of ids) if (!known.has(id)) return { id, by: name }
  return undefined
}

/** The names along a circle of decisions that require each other. Functions may call themselves; decisions may not. */
export function findLoop(model: Model): readonly string[] | undefined {
  const byId = new Map(model.decisions.map((one) => [one.id, one]))
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(id)
    if (at >= 0) return [...path.slice(at), id].map((one) => byId.get(one)?.name ?? one)
    const node = byId.get(id)
    if (node === undefined || done.has(id)) return undefined
    for (const next of node.requires.decisions) {
      const loop = visit(next, [...path, id])
      if (loop) return loop
    }
    done.add(id)
    return undefined
  }
  for (const { id } of model.decisions) {
    const loop = visit(id, [])
    if (loop) return loop
  }
  return undefined
}

function nodesOf(model: Model): readonly Node[] {
  return [...model.decisions, ...model.knowledge]
}
