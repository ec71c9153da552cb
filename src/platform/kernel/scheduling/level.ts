import type { Activity, Frame, Timing } from './activity.ts'
import { Heap } from './heap.ts'
import { type Load, LoadProfile } from './load-profile.ts'
import { type Network, networkOf } from './network.ts'
import { boundBy, schedule } from './schedule.ts'

/*
 * Levelling by a serial schedule (Kelley 1963) with the least total slack first: activities are placed one after the other,
 * each after those that it is linked to, at the first time at which whoever bears it can bear it too. Among those that
 * could be placed next, the one with the least total slack comes first, then the one that must finish first, then the one
 * that was written first. What has begun stays where it is, and so do the loads from elsewhere. An activity whose own share
 * passes the capacity cannot be helped by moving it and is placed as if nobody bore it.
 */

/** Who bears an activity, with what share of their time; and what they bear besides. */
export type Burdens = {
  /** By the id of the activity; one that nobody bears is left out. */
  readonly bearers: ReadonlyMap<string, { readonly bearer: string; readonly amount: number }>
  /** By bearer. */
  readonly elsewhere: ReadonlyMap<string, readonly Load[]>
  /** What anybody can bear at once. */
  readonly capacity: number
}

/** Where activities would stand, in the order given; or the circle of links in the way. */
export type Levelled =
  | { readonly kind: 'levelled'; readonly starts: readonly number[]; readonly finishes: readonly number[] }
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/** Proposes starts at which nobody bears more than the capacity. The order of the activities decides where all else is equal. */
export function level(activities: readonly Activity[], frame: Frame, burdens: Burdens): Levelled {
  const planned = schedule(activities, frame)
  if (planned.kind === 'cycle') return planned
  const read = networkOf(activities)
  if (read.kind === 'cycle') return read
  const profiles = profilesOf(burdens)
  const profileOf = (bearer: string) => profiles.get(bearer) ?? newProfile(profiles, bearer)
  const starts = planned.timings.map((one) => one.earliestStart)
  const finishes = planned.timings.map((one) => one.earliestFinish)
  for (const place of inPriority(read.network, planned.timings)) {
    const activity = activities[place]
    if (activity === undefined) continue
    const burden = burdens.bearers.get(activity.id)
    if (!activity.actual) {
      const earliest = boundBy(activity, read.network.incoming[place] ?? [], { starts, finishes }, frame)
      const { bearer, amount } = burden ?? { bearer: '', amount: 0 }
      const start =
        amount > 0 ? profileOf(bearer).firstFit(earliest, activity.duration, amount, burdens.capacity) : earliest
      starts[place] = start
      finishes[place] = start + activity.duration
    }
    if (burden) profileOf(burden.bearer).add(loadAt(starts[place] ?? 0, finishes[place] ?? 0, burden.amount, frame))
  }
  return { kind: 'levelled', starts, finishes }
}

/** What is over by now weighs no more. */
function loadAt(start: number, finish: number, amount: number, frame: Frame): Load {
  return { start: Math.max(start, frame.now ?? start), finish, amount }
}

function profilesOf({ elsewhere }: Burdens): Map<string, LoadProfile> {
  const profiles = new Map<string, LoadProfile>()
  for (const [bearer, loads] of elsewhere) {
    const profile = newProfile(profiles, bearer)
    for (const load of loads) profile.add(load)
  }
  return profiles
}

function newProfile(profiles: Map<string, LoadProfile>, bearer: string): LoadProfile {
  const profile = new LoadProfile()
  profiles.set(bearer, profile)
  return profile
}

/** Every activity after its predecessors; what has begun first, then by least slack. A heap keeps the next one on top. */
function inPriority({ activities, incoming, outgoing }: Network, timings: readonly Timing[]): number[] {
  const waiting = incoming.map((edges) => edges.length)
  const isBefore = (a: number, b: number) =>
    rankOf(a) - rankOf(b) || slackOf(a) - slackOf(b) || dueOf(a) - dueOf(b) || a - b
  const rankOf = (place: number) => (activities[place]?.actual ? 0 : 1)
  const slackOf = (place: number) => timings[place]?.totalSlack ?? 0
  const dueOf = (place: number) => timings[place]?.latestFinish ?? 0
  const ready = new Heap(isBefore)
  waiting.forEach((count, place) => {
    if (count === 0) ready.push(place)
  })
  const order: number[] = []
  for (let place = ready.pop(); place !== undefined; place = ready.pop()) {
    order.push(place)
    for (const { to } of outgoing[place] ?? []) {
      const left = (waiting[to] ?? 0) - 1
      waiting[to] = left
      if (left === 0) ready.push(to)
    }
  }
  return order
}
