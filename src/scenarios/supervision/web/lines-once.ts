import type { Desk, DeskLine } from '../contract/views.ts'

/** The lines of all pages; what climbed while somebody read on, and so stands on two of them, once. */
export function linesOnce(pages: readonly Pick<Desk, 'lines'>[]): DeskLine[] {
  return [...new Map(pages.flatMap(({ lines }) => lines.map((line) => [line.obligation, line]))).values()]
}
