import { ok, type Result } from '#platform/kernel/result.ts'
import { type CompiledModel, compileModel } from './evaluate/compile-model.ts'
import { readModel } from './model/read-model.ts'

/** The model of a text, read and compiled. Refusals: those of `readModel`. */
export function openModel(xml: string): Result<CompiledModel> {
  const read = readModel(xml)
  return read.ok ? ok(compileModel(read.value)) : read
}
