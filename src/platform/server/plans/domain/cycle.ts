/** A cycle among predecessors as a list of ids, the first one repeated at the end; nothing where there is none. */
export function findCycle(predecessors: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const settled = new Set<string>()
  for (const start of predecessors.keys()) {
    const cycle = cycleFrom(start, predecessors, settled)
    if (cycle) return cycle
  }
  return undefined
}

type Frame = { readonly id: string; readonly rest: string[] }

function cycleFrom(start: string, predecessors: ReadonlyMap<string, readonly string[]>, settled: Set<string>) {
  const path: Frame[] = []
  const onPath = new Set<string>()
  const enter = (id: string) => {
    path.push({ id, rest: [...(predecessors.get(id) ?? [])] })
    onPath.add(id)
  }
  if (!settled.has(start)) enter(start)
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const next = frame.rest.pop()
    if (next === undefined) {
      settled.add(frame.id)
      onPath.delete(frame.id)
      path.pop()
    } else if (onPath.has(next)) {
      return [...path.map(({ id }) => id).slice(path.findIndex(({ id }) => id === next)), next]
    } else if (!settled.has(next)) enter(next)
  }
  return undefined
}
