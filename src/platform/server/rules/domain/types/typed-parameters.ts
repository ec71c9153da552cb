import { FeelFunction } from 'feelin'
import { conform } from './conform.ts'
import type { TypeOf } from './resolve-type.ts'

/** `function(a: type, b) …`: a function written in FEEL takes what fits the types that it names, and gives null for anything else. */
export function typedParametersFunction(typeOf: TypeOf): FeelFunction {
  return new FeelFunction(
    (called: unknown, types: readonly (string | null)[]) => {
      if (!(called instanceof FeelFunction)) return called
      return new FeelFunction((...given: unknown[]) => {
        const fitted = given.map((value, index) => conform(value, typeOf(types[index] ?? undefined)))
        return fitted.every((one) => one.ok) ? called.fn(...fitted.map((one) => one.ok && one.value)) : null
      }, called.parameterNames)
    },
    ['called', 'types'],
  )
}
