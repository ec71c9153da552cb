type Owned = { readonly organisation: string; readonly person: string | null }

/** The units with their persons that own nodes, each once, and where each stands. */
export function ownerTable(nodes: readonly Owned[]) {
  const places = new Map<string, number>()
  const pairs: Owned[] = []
  for (const { organisation, person } of nodes) {
    const key = keyOf({ organisation, person })
    if (places.has(key)) continue
    places.set(key, pairs.length)
    pairs.push({ organisation, person })
  }
  return {
    pairs,
    organisations: pairs.map(({ organisation }) => organisation),
    people: pairs.map(({ person }) => person),
    placeOf: (node: Owned) => places.get(keyOf(node)) ?? 0,
  }
}

function keyOf({ organisation, person }: Owned): string {
  return `${organisation} ${person ?? ''}`
}
