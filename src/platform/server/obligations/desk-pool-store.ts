import { type DeskWanted, highestLevel, standsStill } from './desk-wanted.ts'

/** So many are counted, and so many are found and sorted rather than walked to: either is some hundredths of a second. */
export const mostCounted = 5000

/** Parameters of a statement in the order in which its text names them. */
export type Parameters = { readonly values: unknown[]; add(value: unknown): string }

/** The parameters of a statement whose first is the jurisdiction. */
export function parametersFrom(jurisdiction: string): Parameters {
  const values: unknown[] = [jurisdiction]
  return { values, add: (value) => `$${values.push(value)}` }
}

/** What a row of `owed` must be, but for its rung. */
export function narrowing(wanted: DeskWanted, { add }: Parameters): string {
  const { debtors, person, leads, kinds, exceptKinds, ladder, state, dueFrom, dueBefore, lateAt, search } = wanted
  const any = (column: string, ids: readonly string[] | undefined) => ids && `${column} = any(${add(ids)}::text[])`
  const conditions = [
    'o.jurisdiction_id = $1',
    owedBy(any('o.debtor_organisation', debtors), person && `o.debtor_person = ${add(person)}::uuid`),
    wanted.unnamed && 'o.debtor_person is null',
    any('o.lead_organisation', leads),
    any('o.kind', kinds),
    exceptKinds && `o.kind <> all(${add(exceptKinds)}::text[])`,
    ladder && `o.ladder = ${add(ladder)}`,
    state ? `o.state = '${state}'` : `o.state in ('open', 'submitted')`,
    dueFrom && `o.due_at >= ${add(dueFrom)}`,
    dueBefore && `o.due_at < ${add(dueBefore)}`,
    lateAt && `o.due_at < ${add(lateAt)} and (o.paused_at is null or o.due_at < o.paused_at)`,
    search && `o.title like ${add(`%${search.replace(/[\\%_]/g, '\\$&')}%`)}`,
  ]
  return conditions.filter((one) => one !== undefined).join(' and ')
}

/** Where both are given, what names nobody in the units counts beside what names the person. */
function owedBy(units: string | undefined, person: string | undefined): string | undefined {
  if (units === undefined || person === undefined) return units ?? person
  return `(${units} and o.debtor_person is null or ${person})`
}

/** What is wanted, in any order: id, rung, deadline, and the clock that it runs by. */
export function poolOf(wanted: DeskWanted, parameters: Parameters): string {
  const conditions = narrowing(wanted, parameters)
  if (!narrowsLevel(wanted))
    return `select o.id, coalesce(c.level, o.level) as level, o.due_at, coalesce(o.clock_id, '${standsStill}') as clock
      from obligations.owed o left join obligations.clock c on c.jurisdiction_id = $1 and c.id = o.clock_id
      where ${conditions}`
  const [low, high] = levelsOf(wanted).map((level) => `${parameters.add(level)}::smallint`)
  const running = `select o.id, o.jurisdiction_id, o.clock_id from obligations.owed o where o.clock_id = c.id and ${conditions}`
  // a limit that changes nothing: where the rung alone narrows, it is read by clocks, not by all that runs
  const byClock = narrowsMuch(wanted) || wanted.kinds || wanted.ladder ? running : `${running} limit ${mostCounted + 1}`
  return `select o.id, o.level, o.due_at, '${standsStill}'::uuid as clock from obligations.owed o
      where o.clock_id is null and o.level between ${low} and ${high} and ${conditions}
    union all
    select o.id, c.level, c.due_at, c.id from obligations.clock c cross join lateral (${byClock}) o
      where c.jurisdiction_id = $1 and c.level between ${low} and ${high} ${clockDue(wanted, parameters)}`
}

/** Deadlines as clocks know them: theirs are those of all that runs by them. */
export function clockDue({ dueFrom, dueBefore, lateAt }: DeskWanted, { add }: Parameters): string {
  const before = [dueBefore, lateAt].map((at) => (at ? `and c.due_at < ${add(at)}` : ''))
  return [dueFrom ? `and c.due_at >= ${add(dueFrom)}` : '', ...before].join(' ')
}

/** The same for counting: rungs are looked at only where they narrow. */
export function countedOf(wanted: DeskWanted, parameters: Parameters): string {
  if (narrowsLevel(wanted)) return poolOf(wanted, parameters)
  return `select from obligations.owed o where ${narrowing(wanted, parameters)}`
}

/** The lowest and the highest rung wanted. */
export function levelsOf({ level = 0, levelBelow = highestLevel + 1 }: DeskWanted): readonly [number, number] {
  return [level, levelBelow - 1]
}

/** Whether it is about what somebody owes or leads, or about a word: most of the time that is not much. */
export function narrowsMuch({ debtors, person, leads, search }: DeskWanted): boolean {
  return [debtors, person, leads, search].some((one) => one !== undefined)
}

function narrowsLevel({ level = 0, levelBelow }: DeskWanted): boolean {
  return level > 0 || levelBelow !== undefined
}
