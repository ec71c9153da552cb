import type { FileRow } from '#platform/server/files/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { StoryEntry } from '#platform/server/journal/index.ts'
import type { TrailStep } from '../../contract/views.ts'

const lampNames: Readonly<Record<string, string>> = {
  white: '白灯（未启）',
  blue: '蓝灯（超前）',
  green: '绿灯（正常）',
  yellow: '黄灯（出错）',
  red: '红灯（滞后）',
}

type Payload = Readonly<Record<string, unknown>>

/** What each kind of entry is told as; others are not told. */
export type Sentences = Readonly<Record<string, (payload: Payload) => string>>

const sentences: Sentences = {
  'plans.node.planned': () => '列入计划',
  'plans.node.released': ({ waitsOn }) =>
    waitsOn === 0 ? '前置条件已齐，推送给责任人' : `还在等待 ${String(waitsOn)} 个前置节点`,
  'plans.node.edited': (payload) => `编制修改${changedIn(payload)}`,
  'plans.node.rebased': (payload) => `计划调整${changedIn(payload)}`,
  'plans.node.handed-over': () => '节点移交给新的责任人，时限和督办不变',
  'plans.node.paused': () => '项目暂停，停止计时',
  'plans.node.resumed': (payload) => `项目恢复，继续计时${changedIn(payload)}`,
  'plans.node.started': () => '节点启动，责任人开始计时',
  'plans.node.reported': ({ from, to }) => `填报进度 ${String(from)}% → ${String(to)}%`,
  'plans.node.submitted': () => '提交成果，等待验收',
  'plans.node.accepted': () => '验收通过，节点完成',
  'plans.node.returned': () => '成果退回，需整改后重新提交',
  'plans.lamp.given': ({ from, to }) => `${lampNames[String(from)] ?? ''} → ${lampNames[String(to)] ?? ''}`,
  'obligations.obligation.climbed': ({ name }) => `逾期未办结，自动进入${String(name)}`,
  'projects.appeal.made': ({ lamp }) => `对${lampNames[String(lamp)] ?? '灯'}提出异议`,
  'projects.appeal.answered': ({ upheld }) => (upheld === true ? '异议成立' : '异议不成立'),
}

const changedWords: Readonly<Record<string, string>> = {
  title: '名称',
  deliverable: '交付成果',
  organisation: '责任单位',
  person: '责任人',
  links: '前置节点',
}

/** What a change tells of the node: its new dates, and which other cells are different. */
function changedIn(payload: Payload): string {
  const dates = (['plannedStart', 'deadline'] as const).flatMap((field) => {
    const at = payload[field]
    return typeof at === 'string' ? [`${field === 'deadline' ? '时限' : '开始'} ${inChina.format(new Date(at))}`] : []
  })
  const others = Object.entries(changedWords).flatMap(([field, word]) => (field in payload ? [word] : []))
  return dates.length + others.length > 0 ? `：${[...dates, ...others].join('、')}` : ''
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The kinds of entries that a trail tells. */
export const toldKinds: ReadonlySet<string> = new Set(Object.keys(sentences))

/** A story in sentences, newest first; that of a node, or of what the sentences given are about. */
export function trailOf(
  entries: readonly StoryEntry[],
  names: Names,
  files: readonly FileRow[],
  told: Sentences = sentences,
): TrailStep[] {
  const filesById = new Map(files.map((file) => [file.id, file]))
  return entries.flatMap((entry) => stepOf(entry, names, filesById, told[entry.kind])).reverse()
}

/** Who an entry names, for looking up names and files. */
export function mentionedIn(entries: readonly StoryEntry[]) {
  const actors = entries.map(({ actor }) => ('person' in actor ? actor : undefined))
  return {
    people: actors.map((actor) => actor?.person),
    posts: actors.map((actor) => actor?.post),
    organisations: actors.map((actor) => actor?.organisation),
    files: entries.flatMap(({ payload }) => evidenceOf(payload)),
  }
}

function stepOf(
  entry: StoryEntry,
  names: Names,
  files: ReadonlyMap<string, FileRow>,
  sentence: Sentences[string] | undefined,
): TrailStep[] {
  if (sentence === undefined) return []
  const payload: Payload = entry.payload ?? {}
  const step = {
    entry: entry.id,
    at: entry.at.toISOString(),
    kind: entry.kind,
    by: byOf(entry, names),
    sentence: sentence(payload),
    note: [payload.note, payload.reason, payload.pledge].find((one) => typeof one === 'string') ?? '',
    evidence: evidenceOf(entry.payload).flatMap((id) => {
      const file = files.get(id)
      return file === undefined ? [] : [evidenceView(file, names)]
    }),
  }
  return [step]
}

function byOf({ actor }: StoryEntry, names: Names): string {
  if (!('person' in actor)) return ''
  const unit = actor.organisation === undefined ? '' : names.organisation(actor.organisation)
  const post = actor.post === undefined ? '' : names.post(actor.post)
  return `${unit}${post} ${names.person(actor.person)}`.trim()
}

function evidenceView(file: FileRow, names: Names) {
  return {
    file: file.id,
    name: file.name,
    mediaType: file.media_type,
    bytes: Number(file.bytes),
    at: file.uploaded_at.toISOString(),
    by: names.person(file.uploaded_by),
  }
}

function evidenceOf(payload: Payload | undefined): string[] {
  const evidence = payload?.evidence
  return Array.isArray(evidence) ? evidence.filter((id) => typeof id === 'string') : []
}
