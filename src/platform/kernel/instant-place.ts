/** Where a list in order of an instant goes on: at that of its last row, and behind its id (UUID) among those of the same instant. */
export type InstantPlace = { readonly at: Date; readonly id: string }

/** A place as it travels in an address: what `tellInstantPlace` gives and `readInstantPlace` takes. */
export const instantPlace = /^\d{1,15}_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** A place for an address. */
export function tellInstantPlace({ at, id }: InstantPlace): string {
  return `${at.getTime()}_${id}`
}

/** The place that an address names; the text fits `instantPlace`. */
export function readInstantPlace(text: string): InstantPlace {
  const [at, id = ''] = text.split('_')
  return { at: new Date(Number(at)), id }
}
