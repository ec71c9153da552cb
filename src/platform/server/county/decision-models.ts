import { tell } from '#platform/contract/refusal-registry.ts'
import { ruleRefusals } from '#platform/contract/rule-refusals.ts'
import type { Refusal } from '#platform/kernel/refusal.ts'
import { checkModel } from '#platform/server/rules/domain/check/check-model.ts'
import { needsOf } from '#platform/server/rules/domain/evaluate/needed.ts'
import { openModel } from '#platform/server/rules/domain/open-model.ts'
import type { DocumentOf } from './document-kinds.ts'
import { type PackProblem, packProblem } from './problem.ts'
import type { Placed, Report } from './report.ts'
import type { PackFiles, Section, Sections } from './sections.ts'

type Models = Sections['decisionModels']

/** Puts the documents that `rules.yaml` names into its models; a document that cannot be read is a problem at its own place. */
export function inlineModels(sections: Models, files: PackFiles, problems: PackProblem[]): Models {
  const used = new Set<string>()
  const inlined = sections.map((section): Section<Models[number]['value']> => {
    const models = section.value.models.map((model, index) => {
      used.add(model.file)
      const xml = files.get(model.file)
      if (xml === undefined)
        problems.push(
          packProblem('county.rule.missing', section.source.locate(['models', index, 'file']), { file: model.file }),
        )
      else problems.push(...faultsOf(model.file, xml))
      return { ...model, xml: xml ?? '' }
    })
    return { ...section, value: { models } }
  })
  for (const file of files.keys())
    if (file.endsWith('.dmn') && !used.has(file))
      problems.push(packProblem('county.rule.unused', { file, line: 1, column: 1 }, { file }))
  return inlined
}

function faultsOf(file: string, xml: string): PackProblem[] {
  const opened = openModel(xml)
  if (!opened.ok)
    return [packProblem('county.rule.invalid', { file, ...placeIn(opened.refusal) }, told(opened.refusal))]
  return checkModel(opened.value).map(({ line, column, decision, row, text }) =>
    packProblem(
      row === undefined ? 'county.rule.expression' : 'county.rule.row',
      { file, line, column },
      { decision, text, row: row ?? 0 },
    ),
  )
}

function placeIn({ facts }: Refusal): { line: number; column: number } {
  const { line, column } = facts
  return { line: typeof line === 'number' ? line : 1, column: typeof column === 'number' ? column : 1 }
}

function told({ code, facts }: Refusal): { reasonZh: string; reasonEn: string } {
  const text = ruleRefusals[code as keyof typeof ruleRefusals]
  return { reasonZh: tell(text.zh, facts), reasonEn: tell(text.en, facts, ', ') }
}

/** A matter asks for a decision that its model has, and gives every fact that the decision needs. */
export function checkDecisions(
  matters: readonly Placed<DocumentOf<'matter'>>[],
  models: readonly DocumentOf<'decision-model'>[],
  report: Report,
): void {
  for (const { item, at } of matters) {
    const { decision } = item
    const model = decision && models.findLast(({ id }) => id === decision.model)
    const opened = model && openModel(model.xml)
    if (!decision || !opened?.ok) continue
    const needed = needsOf(opened.value.model, decision.decision)
    if (needed === undefined)
      report.add('county.rule.decision', at('decision', 'decision'), {
        decision: decision.decision,
        model: decision.model,
      })
    for (const input of needed ?? [])
      if (!(input in decision.facts))
        report.add('county.rule.fact', at('decision', 'facts'), { input, decision: decision.decision })
  }
}
