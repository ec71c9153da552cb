const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether a part of an address can be the id of anything: cases, nodes, people and the like are UUIDs. */
export function isId(text: string): boolean {
  return uuid.test(text)
}
