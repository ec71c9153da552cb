/** How many elements one list may be made to have; no rule about people needs more, and a typing error may ask for any number. */
export const mostElements = 100_000

/** Refuses to make so many elements. The message reaches the person as the reason why the value is null. */
export function spend(elements: number): void {
  if (!(elements <= mostElements))
    throw new Error(`a range of ${elements} elements is more than the ${mostElements} allowed`)
}
