import { refused } from '#platform/server/http/index.ts'
import { type CompiledModel, checkModel, needsOf, openModel } from '#platform/server/rules/index.ts'
import type { Checked } from '../contract/parts.ts'

/** The model of a document; throws the refusal of one that cannot be read. */
export function opened(xml: string): CompiledModel {
  const model = openModel(xml)
  return model.ok ? model.value : refused(model.refusal.code, model.refusal.facts)
}

/** What a document decides, and every expression of it that cannot be read. */
export function checkDocument(xml: string): Checked {
  const compiled = opened(xml)
  return {
    decisions: compiled.model.decisions.map(({ name }) => ({
      name,
      facts: [...(needsOf(compiled.model, name) ?? [])],
    })),
    faults: checkModel(compiled).map(({ decision, text, row, line }) => ({ decision, text, row: row ?? null, line })),
  }
}
