import { evaluate, FeelFunction, type Warning } from 'feelin'

/** What the function at work has to say about its null; the evaluation that called it collects it. */
let told: string[] = []

/** The value of what cannot be worked out, with the reason. */
export function nothing(reason: string): null {
  told.push(reason)
  return null
}

/** Takes what was told since the last time. */
export function takeTold(): readonly string[] {
  const all = told
  if (all.length > 0) told = []
  return all
}

/** A function with named parameters; `...list` takes what is left. */
export function define(parameters: readonly string[], work: (...given: never[]) => unknown): FeelFunction {
  return new FeelFunction(work as (...given: unknown[]) => unknown, [...parameters])
}

/** A function over a list or over its arguments, as `sum([1, 2])` and `sum(1, 2)`. */
export function overList(work: (list: readonly unknown[]) => unknown): FeelFunction {
  return new FeelFunction(
    (...given: unknown[]) => {
      if (given.length === 0) return null
      const [first] = given
      return work(given.length === 1 && Array.isArray(first) ? first : given)
    },
    ['...list'],
  )
}

/** feelin's own way of an expression, as a function of its parameters. */
export function native(parameters: readonly string[], text: string): (...given: unknown[]) => unknown {
  const { value, warnings } = evaluate(`function(${parameters.join(', ')}) ${text}`)
  const made = value as FeelFunction
  return (...given) => {
    const result: unknown = made.fn(...given)
    for (const { message } of (warnings as Warning[]).splice(0)) told.push(message)
    return result ?? null
  }
}

/** Every value a number? */
export function areNumbers(values: readonly unknown[]): values is readonly number[] {
  return values.every((value) => typeof value === 'number')
}
