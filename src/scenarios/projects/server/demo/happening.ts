/** Something of a play that happens at its moment. */
export type Happening = { readonly at: Date; happen(): Promise<unknown> }

/** Lets happen what comes before an instant, first things first, and takes it out. */
export async function happenUntil(lane: Happening[], until: Date): Promise<void> {
  for (let next = lane[0]; next !== undefined && next.at < until; next = lane[0]) {
    await next.happen()
    lane.shift()
  }
}

/** First things first; of two at one instant, the one that was told first. */
export function inOrder(happenings: readonly Happening[]): Happening[] {
  return happenings.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
