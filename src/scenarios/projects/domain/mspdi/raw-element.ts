/** An element of a Project XML file as it is read: its texts by name, and the elements inside it by name. */
export type RawElement = {
  readonly texts: Readonly<Record<string, string>>
  readonly inside: Readonly<Record<string, readonly RawElement[]>>
}

/** The elements of a name inside another, along a path. */
export function elementsAt(raw: RawElement, ...path: readonly string[]): readonly RawElement[] {
  return path.reduce<readonly RawElement[]>((found, name) => found.flatMap((one) => one.inside[name] ?? []), [raw])
}
