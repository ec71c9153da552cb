type Send = (name: string, text: string, values: readonly unknown[]) => Promise<{ id: string }[]>

/** Asks for rows by id, those that are asked for in the same breath by one statement. */
export function gatherer(send: Send) {
  const breaths = new Map<string, { readonly ids: Set<string>; readonly rows: Promise<Map<string, unknown>> }>()
  const breathe = (name: string, text: string, values: readonly unknown[]) => {
    const ids = new Set<string>()
    const rows = Promise.resolve().then(async () => {
      breaths.delete(name)
      const found = await send(name, text, [...values, [...ids]])
      return new Map<string, unknown>(found.map((row) => [row.id, row]))
    })
    const breath = { ids, rows }
    breaths.set(name, breath)
    return breath
  }
  return async (name: string, text: string, values: readonly unknown[], id: string): Promise<unknown> => {
    const { ids, rows } = breaths.get(name) ?? breathe(name, text, values)
    ids.add(id)
    return (await rows).get(id)
  }
}
