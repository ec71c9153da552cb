import { FeelRange, parseUnaryTests } from 'feelin'
import { builtins } from './builtins/index.ts'
import { type CompiledExpression, compileExpression, type FeelProblem } from './compile.ts'
import { isSame, kindOf } from './equality.ts'
import { literalTest } from './literal-test.ts'
import { shapeOf, type Variables } from './scope.ts'

/** Whether a value passes the tests of a cell; the variables are what the cell may name besides the value. */
export type CompiledTests = (value: unknown, variables: Variables, told?: FeelProblem[]) => boolean

type OneTest = (value: unknown, variables: Variables, told?: FeelProblem[]) => boolean
type Prepared = { readonly negated: boolean; readonly tests: readonly OneTest[] } | FeelProblem

const shapesKept = 32

/** Compiles the tests of a cell: `-`, `"A", "B"`, `>= 3`, `[18..60)`, `not(…)`, or any expression, over `?`. */
export function compileTests(text: string): CompiledTests {
  if (text.trim() === '-') return () => true
  const literal = literalTest(text)
  if (literal) return literal
  const byShape = new Map<string, Prepared>()
  return (value, variables, told) => {
    const all = { ...variables, '?': value }
    const shape = shapeOf(all)
    let prepared = byShape.get(shape)
    if (prepared === undefined) {
      if (byShape.size >= shapesKept) byShape.clear()
      prepared = prepare(text, all)
      byShape.set(shape, prepared)
    }
    if ('kind' in prepared) {
      told?.push(prepared)
      return false
    }
    const passed = prepared.tests.some((test) => test(value, all, told))
    return prepared.negated ? !passed : passed
  }
}

type Part = { readonly name: string; readonly from: number; readonly to: number }

function prepare(text: string, variables: Variables): Prepared {
  const parts = partsOf(text, variables)
  if ('kind' in parts) return parts
  return { negated: parts.negated, tests: parts.tests.map((part) => compilePart(text, part)) }
}

type Parts = { negated: boolean; tests: (Part & { inner: string; usesValue: boolean })[] }

/** Splits a cell by the parser's own tree, so that commas in strings, lists and calls stay where they are. */
function partsOf(text: string, variables: Variables): Parts | FeelProblem {
  const parts: Parts = { negated: false, tests: [] }
  let broken: number | undefined
  let depth = 0
  const tree = parseUnaryTests(text, { ...builtins, ...variables }, undefined)
  tree.iterate({
    enter({ name, from, to, type }) {
      if (type.isError) broken ??= from
      depth += 1
      const last = parts.tests.at(-1)
      if (name === 'not' && depth === 2) parts.negated = true
      else if (name === 'PositiveUnaryTest') parts.tests.push({ name, from, to, inner: '', usesValue: false })
      else if (name === 'Wildcard' && depth === 2) parts.tests.push({ name, from, to, inner: name, usesValue: false })
      else if (last && last.inner === '' && from >= last.from) last.inner = name
      if (last && name === '?') last.usesValue = true
    },
    leave() {
      depth -= 1
    },
  })
  return broken === undefined ? parts : { kind: 'syntax', message: `Unrecognized token at ${broken + 1}`, text }
}

function compilePart(text: string, part: Parts['tests'][number]): OneTest {
  const piece = text.slice(part.from, part.to)
  if (part.inner === 'Wildcard') return () => true
  if (part.inner === 'SimplePositiveUnaryTest') {
    return /^[[\](]/.test(piece) ? range(compileExpression(piece)) : comparison(piece)
  }
  // The value itself equals itself, whatever it is.
  if (piece.trim() === '?') return () => true
  const expression = compileExpression(piece)
  return part.usesValue ? condition(expression) : membership(expression, part.inner)
}

/** Values of two kinds cannot be compared; feelin would compare a text with a number as JavaScript does. */
function comparison(piece: string): OneTest {
  const bound = compileExpression(piece.replace(/^(<=|>=|!=|<|>|=)/, ''))
  const whole = compileExpression(`? ${piece}`)
  const ordered = /^[<>]/.test(piece)
  return (value, variables, told) => {
    if (ordered && kindOf(bound(variables)) !== kindOf(value)) return false
    return whole(variables, told) === true
  }
}

function range(expression: CompiledExpression): OneTest {
  return (value, variables, told) => {
    const found = expression(variables, told)
    if (!(found instanceof FeelRange)) return false
    return kindOf(found.start ?? found.end) === kindOf(value) && found.includes(value) === true
  }
}

/** An expression that names `?` is itself the condition. */
function condition(expression: CompiledExpression): OneTest {
  return (_, variables, told) => expression(variables, told) === true
}

/** Any other is a value that `?` equals, a list or range that holds it, or a condition on something else. */
function membership(expression: CompiledExpression, inner: string): OneTest {
  const isCondition = /^(Comparison|Conjunction|Disjunction|QuantifiedExpression|FunctionInvocation|InstanceOf)/.test(
    inner,
  )
  return (value, variables, told) => {
    const found = expression(variables, told)
    if (isCondition && found === true && typeof value !== 'boolean') return true
    if (found instanceof FeelRange) return found.includes(value) === true
    if (isSame(found, value)) return true
    return (
      Array.isArray(found) &&
      found.some((one) => isSame(one, value) || (one instanceof FeelRange && one.includes(value) === true))
    )
  }
}
