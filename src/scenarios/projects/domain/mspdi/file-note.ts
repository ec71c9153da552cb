import { tell } from '#platform/contract/refusal-registry.ts'

/** Something about a file that a person should know: what was changed, or could not be held; or, as a problem, why it cannot be imported. */
export type FileNote = {
  readonly code: FileNoteCode
  readonly count: number
  readonly problem: boolean
  readonly zh: string
  readonly en: string
  /** Where, at most ten. */
  readonly examples: readonly string[]
}

type Told = { readonly problem?: boolean; readonly zh: string; readonly en: string }

/** Everything that is said of a file; `{count}` is how often. */
export const fileNotes = {
  'no-tasks': { problem: true, zh: '文件里没有任务', en: 'The file holds no tasks' },
  'too-many': {
    problem: true,
    zh: '任务超过 20,000 个，一个项目放不下，请在 Project 中拆分后再导入',
    en: 'There are more than 20,000 tasks, too many for one project; divide it in Project first',
  },
  'link-cycle': {
    problem: true,
    zh: '任务链接成环，须先在 Project 中去掉一条',
    en: 'The links run in a circle; remove one of them in Project first',
  },
  'uid-twice': {
    problem: true,
    zh: '{count} 个任务的 UID 与别的任务重复',
    en: '{count} tasks share their UID with another',
  },
  'dates-unreadable': {
    zh: '{count} 处日期看不懂或不在 2000 至 2098 年之间，未采用',
    en: '{count} dates cannot be read or lie outside 2000 to 2098; they are left out',
  },
  'dates-missing': {
    zh: '{count} 个任务缺少开始或完成日期，按项目开始日期和工期补上',
    en: '{count} tasks lack a start or finish; the project’s start and their duration stand in',
  },
  'dates-turned': {
    zh: '{count} 个任务完成早于开始，按完成日期作为里程碑',
    en: '{count} tasks finish before they start; they become milestones at their finish',
  },
  'name-mended': {
    zh: '{count} 个任务名称为空、过长或含不能使用的字符，已改',
    en: '{count} names were empty, too long or held characters that cannot be used; they were mended',
  },
  'level-mended': {
    zh: '{count} 个任务的大纲级别跳级，已改为上一级之下',
    en: '{count} tasks skip an outline level; they stand right below the task above',
  },
  'link-cross-project': {
    zh: '{count} 条链接指向其他项目，未保留',
    en: '{count} links lead to other projects and are not kept',
  },
  'link-unknown': {
    zh: '{count} 条链接指向不存在的任务，未保留',
    en: '{count} links lead to tasks that are not there and are not kept',
  },
  'link-inside': {
    zh: '{count} 条链接连着任务与自己的上级或下级，未保留',
    en: '{count} links join a task with what is above or below it and are not kept',
  },
  'link-of-summary': {
    zh: '{count} 条摘要任务的链接，改为连到其下的工作任务',
    en: '{count} links of summary tasks now join the tasks below them',
  },
  'link-of-summary-start': {
    zh: '{count} 条从摘要任务“开始”引出的链接，改为从其下最早的任务引出',
    en: '{count} links from the start of a summary task now lead from the earliest task below it',
  },
  'link-too-many': {
    zh: '{count} 条摘要任务的链接展开后过多，未保留',
    en: '{count} links of summary tasks would become too many and are not kept',
  },
  'lag-elapsed': {
    zh: '{count} 条链接的延隔按日历天计（elapsed），已按本县日历换算为工作时间',
    en: '{count} lags run on the clock (elapsed); they became working time by the county’s calendar',
  },
  'lag-percent': {
    zh: '{count} 条链接的延隔按前置任务工期的百分比计，已换算为工作时间',
    en: '{count} lags are per cent of the predecessor’s duration; they became working time',
  },
  'owner-several': {
    zh: '{count} 个任务有多个资源，第一个作为责任人，其余未保留',
    en: '{count} tasks have several resources: the first is responsible, the others are not kept',
  },
  'owner-none': {
    zh: '{count} 个任务没有资源，先记在牵头单位名下',
    en: '{count} tasks have no resource; they stand under the lead unit',
  },
  'owner-unmatched': {
    zh: '{count} 个任务的资源没有对应到本县单位或人员，先记在牵头单位名下',
    en: '{count} tasks have resources that match nobody here; they stand under the lead unit',
  },
  'resource-not-work': {
    zh: '{count} 个材料或成本资源未保留',
    en: '{count} resources are material or cost and are not kept',
  },
  'calendar-own': {
    zh: '{count} 个任务用自己的日历；日期照文件保留，工期按本县日历重算',
    en: '{count} tasks have calendars of their own: dates stay, working time is the county’s',
  },
  constraint: {
    zh: '{count} 个任务有日期约束；日期照文件保留，约束本身未保留',
    en: '{count} tasks have constraints: their dates stay, the constraints do not',
  },
  deadline: {
    zh: '{count} 个任务另有“期限”，与完成日期不同，未保留',
    en: '{count} tasks have a Deadline other than their finish; it is not kept',
  },
  wbs: {
    zh: '{count} 个任务的 WBS 编码与大纲编号不同，改用大纲编号',
    en: '{count} WBS codes differ from the outline number, which is used',
  },
  'task-inactive': {
    zh: '{count} 个任务在文件中停用，照常导入',
    en: '{count} tasks are inactive in the file; they are imported',
  },
  'task-external': {
    zh: '{count} 个外部任务或子项目，当作普通任务导入',
    en: '{count} external tasks or subprojects become ordinary tasks',
  },
  'percent-kept': {
    zh: '{count} 个任务已有完成百分比；存为导入资料，启动后进度以填报为准',
    en: '{count} tasks are partly done; that is kept as imported, progress counts from reports after the start',
  },
  'baseline-kept': {
    zh: '{count} 个任务带有比较基准，存为导入资料，导出时写回',
    en: '{count} tasks carry baselines; they are kept as imported and written back on export',
  },
  'field-unused': {
    zh: '{count} 个自定义字段的值未采用',
    en: '{count} values of custom fields are not used',
  },
  'encoding-wrong': {
    zh: '文件自称的编码不对，已按国标 GB 18030 读取',
    en: 'The file is not in the encoding that it names; it was read as GB 18030',
  },
} as const satisfies Record<string, Told>

export type FileNoteCode = keyof typeof fileNotes

const mostExamples = 10

/** Collects what is to be said of a file. */
export class FileNotes {
  readonly #found = new Map<FileNoteCode, { count: number; examples: string[] }>()

  add(code: FileNoteCode, example = ''): void {
    const found = this.#found.get(code) ?? { count: 0, examples: [] }
    found.count++
    if (example !== '' && found.examples.length < mostExamples) found.examples.push(example)
    this.#found.set(code, found)
  }

  /** Problems first, then in the order in which they are declared. */
  list(): FileNote[] {
    const codes = Object.keys(fileNotes) as FileNoteCode[]
    const notes = codes.flatMap((code) => {
      const found = this.#found.get(code)
      if (found === undefined) return []
      const { zh, en, problem = false }: Told = fileNotes[code]
      const { count, examples } = found
      return [{ code, count, problem, zh: tell(zh, { count }), en: tell(en, { count }, ', '), examples }]
    })
    return [...notes.filter((note) => note.problem), ...notes.filter((note) => !note.problem)]
  }
}
