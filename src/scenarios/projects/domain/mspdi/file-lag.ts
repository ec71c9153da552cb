import type { FileLag } from './project-file.ts'

/*
 * LinkLag counts tenths of a minute; where LagFormat is a percentage, it is the percentage. Formats that are even (4 em, 6 eh,
 * 8 ed, 10 ew, 12 emo, 20 e%) and those from 35 on with the same pattern (estimated: 36, 38, 40, 42, 44, 52) are elapsed:
 * they run on the clock through nights and holidays.
 */

const percent = new Set([19, 51])
const elapsedPercent = new Set([20, 52])
const elapsed = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44])

/** A lag by the file's two figures. */
export function fileLag(linkLag: number, lagFormat: number): FileLag {
  if (percent.has(lagFormat) || elapsedPercent.has(lagFormat)) return { unit: 'percent', amount: linkLag }
  return { unit: elapsed.has(lagFormat) ? 'elapsed' : 'working', amount: linkLag / 10 }
}
