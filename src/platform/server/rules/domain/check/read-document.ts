import { ok, type Result } from '#platform/kernel/result.ts'
import { needsOf } from '../evaluate/needed.ts'
import { openModel } from '../open-model.ts'
import { checkModel, type ModelFault } from './check-model.ts'

/** What a document decides, from which facts, and every expression of it that cannot be read. */
export type DocumentReading = {
  readonly decisions: readonly { readonly name: string; readonly facts: readonly string[] }[]
  /** What can be asked of it beside its decisions. */
  readonly services: readonly { readonly name: string; readonly facts: readonly string[] }[]
  readonly faults: readonly ModelFault[]
}

/** Reads a document whole. Refusals: those of `readModel`. */
export function readDocument(xml: string): Result<DocumentReading> {
  const opened = openModel(xml)
  if (!opened.ok) return opened
  const { model } = opened.value
  const withFacts = ({ name }: { readonly name: string }) => ({ name, facts: [...(needsOf(model, name) ?? [])] })
  return ok({
    decisions: model.decisions.map(withFacts),
    services: model.services.map(withFacts),
    faults: checkModel(opened.value),
  })
}
