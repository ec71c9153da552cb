import type { DrawnNode } from '../drawn.ts'
import type { ShownLink } from './links.ts'
import type { TimeScale } from './time-scale.ts'

/** What a Gantt chart is drawn from: the rows that are shown, the links among them, and the scale of time. */
export type Paper = {
  readonly rows: readonly DrawnNode[]
  readonly links: ReadonlyMap<number, readonly ShownLink[]>
  readonly scale: TimeScale
  readonly rowHeight: number
  readonly now: number
  /** Whether a day, counted from 1970-01-01, is off. */
  isOff(day: number): boolean
  readonly words: { readonly critical: string; readonly behind: string; readonly fault: string }
  readonly colours: Colours
}

/** The colours of the theme, as a canvas takes them. */
export type Colours = Readonly<Record<(typeof colourNames)[number], string>> & { readonly font: string }

const colourNames = [
  'ink',
  'muted',
  'line',
  'line-strong',
  'ground',
  'surface',
  'primary',
  'lamp-white',
  'lamp-blue',
  'lamp-green',
  'lamp-yellow',
  'lamp-red',
  'soft-white',
  'soft-blue',
  'soft-green',
  'soft-yellow',
  'soft-red',
] as const

/** Reads the theme's colours. */
export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement)
  const colours = Object.fromEntries(colourNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
  return { ...colours, font: style.getPropertyValue('--font').trim() } as Colours
}

/** The paper is drawn in tiles, as a map is: a tile is drawn once and scrolled by the browser itself. */
export const rowsInTile = 16
export const tileWidth = 640
