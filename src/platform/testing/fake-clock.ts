import type { Clock } from '#platform/kernel/clock.ts'

/** A clock that stands until it is set. */
export type FakeClock = Clock & {
  set(now: Date): void
  advance(milliseconds: number): void
}

/** @example `const clock = fakeClock(new Date('2026-03-02T09:00:00+08:00'))` */
export function fakeClock(start: Date): FakeClock {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    set: (next) => {
      now = next.getTime()
    },
    advance: (milliseconds) => {
      now += milliseconds
    },
  }
}
