import { kindOf } from './equality.ts'

type Test = (value: unknown) => boolean

const string = /^"([^"\\]*)"$/
const number = /^-?\d+(?:\.\d+)?$/
const comparison = /^(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)$/
const range = /^([[(\]])\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([\])[])$/

/**
 * The cells that make up most tables, read without the interpreter: strings, numbers, true and false, comparisons with a number, ranges
 * of numbers, and lists of these. Anything else is feelin's; a test compares the two on random cells.
 */
export function literalTest(text: string): Test | undefined {
  const tests = splitSimple(text)?.map(one)
  if (tests === undefined || tests.some((test) => test === undefined)) return undefined
  const all = tests as Test[]
  return all.length === 1 ? all[0] : (value) => all.some((test) => test(value))
}

/** Splits at commas, where no quoted text, bracket or call can hold one. */
function splitSimple(text: string): string[] | undefined {
  if (/\\|\/[/*]/.test(text)) return undefined
  const pieces = text.match(/(?:"[^"]*"|[^",])+/g)
  return pieces?.map((piece) => piece.trim())
}

function one(piece: string): Test | undefined {
  const text = string.exec(piece)
  if (text) return (value) => value === text[1]
  if (number.test(piece)) return (value) => value === Number(piece)
  if (piece === 'true' || piece === 'false') return (value) => value === (piece === 'true')
  const compared = comparison.exec(piece)
  if (compared) return compare(compared[1] as string, Number(compared[2]))
  const bounds = range.exec(piece)
  if (bounds) return between(bounds[1] === '[', Number(bounds[2]), Number(bounds[3]), bounds[4] === ']')
  return undefined
}

function compare(operator: string, bound: number): Test {
  const holds: Readonly<Record<string, (value: number) => boolean>> = {
    '<': (value) => value < bound,
    '<=': (value) => value <= bound,
    '>': (value) => value > bound,
    '>=': (value) => value >= bound,
  }
  const test = holds[operator] as (value: number) => boolean
  return (value) => kindOf(value) === 'number' && test(value as number)
}

function between(closedStart: boolean, start: number, end: number, closedEnd: boolean): Test | undefined {
  if (start > end) return undefined
  return (value) => {
    if (typeof value !== 'number') return false
    return (closedStart ? value >= start : value > start) && (closedEnd ? value <= end : value < end)
  }
}
