import { FeelFunction } from 'feelin'
import { isSame, kindOf } from '../equality.ts'
import type { Variables } from '../scope.ts'
import { define, native, nothing, overList } from './define.ts'

const less = native(['a', 'b'], 'a < b')

/** Lists of any values: feelin looks for an element by its identity, and for the least among numbers only. */
export const lists: Variables = {
  'list contains': define(['list', 'element'], (list: unknown, element: unknown) =>
    list === null || list === undefined ? nothing('no list') : asList(list).some((one) => isSame(one, element)),
  ),
  'index of': define(['list', 'match'], (list: unknown, match: unknown) =>
    list === null || list === undefined
      ? nothing('no list')
      : asList(list).flatMap((one, index) => (isSame(one, match) ? [index + 1] : [])),
  ),
  'list replace': define(['list', 'position', 'newItem', 'match'], replaceIn),
  sort: define(['list', 'precedes'], (list: unknown, precedes: unknown) => {
    if (!(precedes instanceof FeelFunction) || list === null || list === undefined)
      return nothing('sort needs a list and a function')
    return asList(list).toSorted((a, b) =>
      precedes.invoke([a, b]) === true ? -1 : precedes.invoke([b, a]) === true ? 1 : 0,
    )
  }),
  min: overList((list) => extreme(list, (a, b) => less(a, b))),
  max: overList((list) => extreme(list, (a, b) => less(b, a))),
  xianqu_list_of: define(['value'], (value: unknown) => (value === null ? null : asList(value))),
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function extreme(list: readonly unknown[], before: (a: unknown, b: unknown) => unknown): unknown {
  const kind = kindOf(list[0])
  if (list.length === 0 || kind === 'null' || list.some((one) => kindOf(one) !== kind))
    return nothing('the values cannot be compared')
  return list.reduce((best, one) => (before(one, best) === true ? one : best))
}

function replaceIn(list: unknown, position: unknown, newItem: unknown, match: unknown): unknown {
  if (list === null || list === undefined) return nothing('no list')
  const elements = asList(list)
  const by = position ?? match
  if (by instanceof FeelFunction) return replaceMatching(elements, by, newItem)
  if (typeof by !== 'number') return nothing('a position or a function is needed')
  const whole = Math.trunc(by)
  const at = whole < 0 ? elements.length + whole : whole - 1
  if (whole === 0 || at < 0 || at >= elements.length) return nothing(`the list has no position ${by}`)
  return elements.with(at, newItem)
}

function replaceMatching(elements: readonly unknown[], match: FeelFunction, newItem: unknown): unknown {
  if (match.parameterNames.length !== 2) return nothing('the function must take the element and the new one')
  const found = elements.map((one): unknown => match.invoke([one, newItem]))
  if (found.some((one) => typeof one !== 'boolean')) return nothing('the function must say true or false')
  return elements.map((one, index) => (found[index] === true ? newItem : one))
}
