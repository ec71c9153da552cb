import type { DocumentOf } from './document-kinds.ts'

type Matter = DocumentOf<'matter'>

/** What is wrong with a matter that has the right shape, and where in it. */
export type MatterFault = {
  readonly way: readonly (string | number)[]
  readonly kind: MatterFaultKind
  readonly id: string
}
export type MatterFaultKind = 'step' | 'material' | 'form' | 'outcome' | 'loop' | 'decider' | 'twice'

/**
 * What a matter names must be in it: steps that steps wait for, materials and fields that facts come from, outcomes that steps
 * give. Its steps have an order, and one of them can refuse.
 */
export function faultsOf(matter: Matter): readonly MatterFault[] {
  return [...twice(matter), ...astray(matter), ...factsAstray(matter), ...unordered(matter), ...undecided(matter)]
}

function twice({ steps, materials, outcomes, form }: Matter): MatterFault[] {
  const lists = { steps, materials, outcomes, form: form.map(({ field }) => ({ id: field })) }
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap(({ id }, index) =>
      items.findIndex((one) => one.id === id) < index ? [{ way: [list, index], kind: 'twice' as const, id }] : [],
    ),
  )
}

function astray({ steps, outcomes, materials, form }: Matter): MatterFault[] {
  const names = namesOf({ steps, outcomes, materials, form })
  return [
    ...steps.flatMap(({ after, outcomes: given }, index) => [
      ...missing(after, names.step, 'step', ['steps', index, 'after']),
      ...missing(given, names.outcome, 'outcome', ['steps', index, 'outcomes']),
    ]),
    ...materials.flatMap(({ key }, index) =>
      missing(key ? [key.form] : [], names.form, 'form', ['materials', index, 'key']),
    ),
    ...form.flatMap(({ prefill }, index) =>
      missing(prefill ? [prefill.material] : [], names.material, 'material', ['form', index, 'prefill']),
    ),
    ...outcomes.flatMap((outcome, index) =>
      'account' in outcome ? missing([outcome.account], names.form, 'form', ['outcomes', index, 'account']) : [],
    ),
  ]
}

function factsAstray(matter: Matter): MatterFault[] {
  const names = namesOf(matter)
  return Object.entries(matter.decision?.facts ?? {}).flatMap(([fact, source]) => {
    const way = ['decision', 'facts', fact]
    return ('latest' in source ? source.latest : [source]).flatMap((one) => {
      if ('form' in one) return missing([one.form], names.form, 'form', way)
      if ('material' in one) return missing([one.material], names.material, 'material', way)
      return 'step' in one ? missing([one.step], names.step, 'step', way) : []
    })
  })
}

/** Steps that wait for each other, as the first of each ring. */
function unordered({ steps }: Matter): MatterFault[] {
  const done = new Set<string>()
  for (let before = -1; before < done.size; ) {
    before = done.size
    for (const { id, after } of steps) if (after.every((one) => done.has(one))) done.add(id)
  }
  const known = new Set(steps.map(({ id }) => id))
  const stuck = steps.findIndex(({ id, after }) => !done.has(id) && after.every((one) => known.has(one)))
  return stuck < 0 ? [] : [{ way: ['steps', stuck], kind: 'loop', id: steps[stuck]?.id ?? '' }]
}

function undecided({ id, steps, decision }: Matter): MatterFault[] {
  const decides = decision?.instant === true || steps.some((step) => step.decides)
  return decides ? [] : [{ way: ['steps'], kind: 'decider', id }]
}

function namesOf({ steps, outcomes, materials, form }: Pick<Matter, 'steps' | 'outcomes' | 'materials' | 'form'>) {
  const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id))
  return {
    ...{ step: ids(steps), outcome: ids(outcomes), material: ids(materials) },
    form: new Set<string>(form.map(({ field }) => field)),
  }
}

function missing(
  names: readonly string[],
  known: ReadonlySet<string>,
  kind: MatterFaultKind,
  way: readonly (string | number)[],
): MatterFault[] {
  return names.filter((name) => !known.has(name)).map((id) => ({ way, kind, id }))
}
