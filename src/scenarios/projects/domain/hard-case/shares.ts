/** A member of a team with the share that was stated when it claimed, in per cent. */
export type Member = { readonly person: string; readonly organisation: string; readonly share: number }

/** Whether shares can stand: whole per cents above 0 that make 100, nobody twice, the leader among them. */
export function areSharesSound(members: readonly Pick<Member, 'person' | 'share'>[], leader: string): boolean {
  const people = new Set(members.map(({ person }) => person))
  const sum = members.reduce((all, { share }) => all + share, 0)
  const whole = members.every(({ share }) => Number.isInteger(share) && share > 0)
  return whole && sum === 100 && people.size === members.length && people.has(leader)
}

/**
 * The points of each member, in whole points that make the total: each gets the whole part of its share, and what is left goes
 * a point each to the largest remainders; among equals to the larger share, then in the order of the team.
 */
export function pointsOf(
  members: readonly Member[],
  total: number,
): readonly { readonly person: string; readonly organisation: string; readonly points: number }[] {
  const exact = members.map((member, place) => {
    const hundredths = member.share * total
    return { member, place, whole: Math.floor(hundredths / 100), rest: hundredths % 100 }
  })
  const left = total - exact.reduce((sum, { whole }) => sum + whole, 0)
  const first = [...exact].sort((a, b) => b.rest - a.rest || b.member.share - a.member.share || a.place - b.place)
  const lucky = new Set(first.slice(0, left).map(({ place }) => place))
  return exact.map(({ member: { person, organisation }, place, whole }) => ({
    ...{ person, organisation, points: whole + (lucky.has(place) ? 1 : 0) },
  }))
}
