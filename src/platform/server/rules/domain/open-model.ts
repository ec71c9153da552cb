import { ok, type Result } from '#platform/kernel/result.ts'
import { type CompiledModel, compileModel } from './evaluate/compile-model.ts'
import { type Library, readModel } from './model/read-model.ts'

/** The model of a text, read and compiled, with the texts of the models that it may import. Refusals: those of `readModel`. */
export function openModel(xml: string, library: Library = []): Result<CompiledModel> {
  const read = readModel(xml, library)
  return read.ok ? ok(compileModel(read.value)) : read
}
