import { type ComponentType, createContext } from 'react'
import type { DayLine } from '#platform/contract/day-contract.ts'

/** How the things of a scenario look in the list of a day, by kind; each is loaded when the list has one. */
export type DayLineComponents = Readonly<
  Record<string, () => Promise<{ readonly OwnLine: ComponentType<{ readonly line: DayLine }> }>>
>

/** A page that the list of a day leads to besides. */
export type DayLink = {
  readonly to: `/${string}`
  readonly zh: string
  readonly en: string
  /** Shown only to posts that hold it. */
  readonly permission?: string
}

/** What the scenarios bring to the page of the day. */
export type DayParts = {
  readonly lines: DayLineComponents
  readonly links: readonly DayLink[]
}

/** The parts that the scenarios bring; the router provides them. */
export const DayContext = createContext<DayParts>({ lines: {}, links: [] })
