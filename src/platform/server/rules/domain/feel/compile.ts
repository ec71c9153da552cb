import { evaluate, type FeelFunction, SyntaxError as FeelSyntaxError, type Warning } from 'feelin'
import { builtins, takeTold } from './builtins/index.ts'
import { rewrite } from './rewrite.ts'
import { shapeOf, type Variables } from './scope.ts'
import { widenRanges } from './widen-ranges.ts'

widenRanges()

/** What an evaluation has to say besides its value. */
export type FeelProblem = {
  readonly kind: 'syntax' | 'null'
  readonly message: string
  readonly text: string
}

/** An expression read once for each shape of its variables. */
export type CompiledExpression = (variables: Variables, told?: FeelProblem[]) => unknown

/** The class keeps feelin from copying the variables: it takes any object that is not a plain one as it is. */
class Scope {
  [name: string]: unknown
}

type Prepared = { readonly scope: Scope; readonly run: FeelFunction; readonly warnings: Warning[] } | FeelProblem

const wrapper = 'function() '
const shapesKept = 32

/**
 * Compiles a FEEL expression. feelin reads a text anew at every evaluation; here the text becomes the body of a function, which is
 * read once and called with the variables of the moment.
 */
export function compileExpression(text: string): CompiledExpression {
  const byShape = new Map<string, Prepared>()
  return (variables, told) => {
    const shape = shapeOf(variables)
    let prepared = byShape.get(shape)
    if (prepared === undefined) {
      if (byShape.size >= shapesKept) byShape.clear()
      prepared = prepare(text, variables)
      byShape.set(shape, prepared)
    }
    return run(prepared, text, variables, told)
  }
}

function prepare(text: string, variables: Variables): Prepared {
  const scope = Object.assign(new Scope(), builtins, variables)
  try {
    const { value, warnings } = evaluate(`${wrapper}${rewrite(text, scope)}`, scope)
    return { scope, run: value as FeelFunction, warnings }
  } catch (error) {
    return {
      kind: error instanceof FeelSyntaxError ? 'syntax' : 'null',
      message: error instanceof Error ? error.message : String(error),
      text,
    }
  }
}

function run(prepared: Prepared, text: string, variables: Variables, told?: FeelProblem[]): unknown {
  if ('kind' in prepared) {
    told?.push(prepared)
    return null
  }
  const { scope, run: body, warnings } = prepared
  Object.assign(scope, variables)
  warnings.length = 0
  try {
    const value: unknown = body.invoke([])
    const own = takeTold()
    if (told) for (const message of [...own, ...warnings.map((one) => one.message)]) told.push(nulled(text, message))
    return value === undefined || isNotANumber(value) ? null : value
  } catch (error) {
    // What FEEL cannot work out is null; a bug of ours is not hidden by that, for it would be a TypeError of another kind.
    told?.push(nulled(text, error instanceof Error ? error.message : String(error)))
    return null
  }
}

function nulled(text: string, message: string): FeelProblem {
  return { kind: 'null', message, text }
}

/** FEEL has no infinities: what leaves the range of numbers is null. */
function isNotANumber(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value)
}
