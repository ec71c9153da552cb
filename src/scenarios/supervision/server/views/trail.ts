import type { FileRow } from '#platform/server/files/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { StoryEntry } from '#platform/server/journal/index.ts'
import type { Step } from '../../contract/views.ts'

type Payload = Readonly<Record<string, unknown>>

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
const momentOf = (text: unknown) => inChina.format(new Date(String(text)))

const sentences: Readonly<Record<string, (payload: Payload, names: Names) => string | undefined>> = {
  'supervision.matter.opened': () => '交办',
  'supervision.matter.withdrawn': () => '撤回交办',
  'supervision.duty.given': ({ acknowledgeBy }) => `交办，${momentOf(acknowledgeBy)} 前签收`,
  'supervision.duty.acknowledged': () => '签收',
  'supervision.duty.unacknowledged': () => '超过签收时限未签收',
  'supervision.duty.reported': () => '反馈进展',
  'supervision.duty.submitted': () => '提交办理结果，等待验收',
  'supervision.duty.accepted': () => '验收通过，办结',
  'supervision.duty.returned': () => '退回，修改后重新提交',
  'supervision.duty.reminded': ({ count }) => `第 ${String(count)} 次催办`,
  'supervision.duty.delegated': ({ person }, names) => `转交本单位 ${names.person(String(person))} 办理`,
  'supervision.duty.withdrawn': () => '撤回，不再需要办理',
  'supervision.duty.extension-asked': ({ until, decider }, names) =>
    `申请延期至 ${momentOf(until)}，由${names.organisation(String(decider))}审批`,
  'supervision.duty.extension-granted': ({ until }) => `同意延期至 ${momentOf(until)}`,
  'supervision.duty.extension-refused': () => '不同意延期，时限不变',
  'supervision.duty.dispute-asked': ({ decider }, names) =>
    `对交办提出争议，时限暂停，由${names.organisation(String(decider))}裁决`,
  'supervision.duty.dispute-granted': ({ unit }, names) =>
    `争议成立，改由${names.organisation(String(unit))}承办，时限继续`,
  'supervision.duty.dispute-refused': () => '争议不成立，时限继续',
  'supervision.duty.appeal-asked': ({ level }) => `对第 ${String(level)} 级升级提出申诉`,
  'supervision.duty.appeal-granted': ({ level }) => `申诉成立，第 ${String(level)} 级升级不计入统计`,
  'supervision.duty.appeal-refused': ({ level }) => `申诉不成立，第 ${String(level)} 级升级维持`,
  'obligations.obligation.reassigned': ({ because, unit, about }, names) =>
    because === 'unit-merged' ? mergedText(String(unit), about as About, names) : undefined,
  'obligations.obligation.climbed': ({ name }) => `逾期未办结，自动升至${String(name)}`,
}

type About = { readonly debtor: { readonly organisation: string }; readonly lead: string }

function mergedText(unit: string, { debtor, lead }: About, names: Names): string {
  const [by, led] = [names.organisation(debtor.organisation), names.organisation(lead)]
  return `${names.organisation(unit)}已并入其他单位，由${by}承办、${led}牵头，时限和督办级别不变`
}

/** The story of a duty in sentences, newest first. */
export function trailOf(entries: readonly StoryEntry[], names: Names, files: ReadonlyMap<string, FileRow>): Step[] {
  const told = entries.flatMap((entry) => {
    const sentence = sentences[entry.kind]?.(entry.payload ?? {}, names)
    return sentence === undefined ? [] : [stepOf(entry, sentence, names, files)]
  })
  return told.reverse()
}

/** Who and what an entry names, for looking up names and files. */
export function mentionedIn(entries: readonly StoryEntry[]) {
  const actors = entries.map(({ actor }) => ('person' in actor ? actor : undefined))
  const about = entries.flatMap(({ payload }) => {
    const { debtor, lead } = (payload?.about ?? {}) as Partial<About>
    return [debtor?.organisation, lead]
  })
  const text = (name: string) => entries.flatMap(({ payload }) => textOf(payload?.[name]))
  return {
    people: [...actors.map((actor) => actor?.person), ...text('person')],
    posts: actors.map((actor) => actor?.post),
    organisations: [...actors.map((actor) => actor?.organisation), ...text('decider'), ...text('unit'), ...about],
    files: entries.flatMap(({ payload }) => evidenceOf(payload)),
  }
}

/** Who acted, by post; empty where the clock did. */
export function byOf({ actor }: Pick<StoryEntry, 'actor'>, names: Names): string {
  if (!('person' in actor)) return ''
  const unit = actor.organisation === undefined ? '' : names.organisation(actor.organisation)
  const post = actor.post === undefined ? '' : names.post(actor.post)
  return `${unit}${post} ${names.person(actor.person)}`.trim()
}

function stepOf(entry: StoryEntry, sentence: string, names: Names, files: ReadonlyMap<string, FileRow>): Step {
  const payload: Payload = entry.payload ?? {}
  return {
    entry: entry.id,
    at: entry.at.toISOString(),
    by: byOf(entry, names),
    sentence,
    note: ([payload.note, payload.reason].find((one) => typeof one === 'string') as string | undefined) ?? '',
    evidence: evidenceOf(entry.payload).flatMap((id) => {
      const file = files.get(id)
      return file === undefined ? [] : [evidenceView(file, names)]
    }),
  }
}

function evidenceView(file: FileRow, names: Names): Step['evidence'][number] {
  return {
    ...{ file: file.id, name: file.name, mediaType: file.media_type, bytes: Number(file.bytes) },
    ...{ at: file.uploaded_at.toISOString(), by: names.person(file.uploaded_by) },
  }
}

function evidenceOf(payload: Payload | undefined): string[] {
  const evidence = payload?.evidence
  return Array.isArray(evidence) ? evidence.filter((id) => typeof id === 'string') : []
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}
