import { FeelFunction, FeelRange } from 'feelin'

/** The values that an expression may name. */
export type Variables = Readonly<Record<string, unknown>>

const simpleName = /^[\p{L}_][\p{L}\p{N}_]*$/u
const looked = 200

/**
 * What the parser has to know about the values: FEEL names may hold blanks and operators, so `a-b` is a name or a subtraction by what
 * is there. Values of the same shape share one parsed expression.
 */
export function shapeOf(variables: Variables): string {
  return Object.entries(variables)
    .map(([name, value]) => name + nestedShape(value))
    .join('\n')
}

/** Only names that are not plain words matter below the first level. */
function nestedShape(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof FeelRange) return ''
  if (value instanceof FeelFunction) return `(${value.parameterNames.join(',')})`
  if (Array.isArray(value)) {
    const shapes = new Set(value.slice(0, looked).map(nestedShape))
    shapes.delete('')
    return shapes.size === 0 ? '' : `[${[...shapes].join('|')}]`
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return ''
  const odd = Object.entries(value).flatMap(([name, inner]) => {
    const shape = nestedShape(inner)
    return shape === '' && simpleName.test(name) ? [] : [`${name}${shape}`]
  })
  return odd.length === 0 ? '' : `{${odd.join(',')}}`
}
