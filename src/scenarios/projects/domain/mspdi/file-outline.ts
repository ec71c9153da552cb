import type { FileNotes } from './file-note.ts'
import type { FileTask, ProjectFile } from './project-file.ts'

/** A task in its place. `code` is the outline number, as 2.3.1. */
export type OutlinedTask = {
  readonly task: FileTask
  readonly code: string
  readonly parent: number | null
  /** From 0. */
  readonly depth: number
  readonly leaf: boolean
}

/** Puts tasks into their tree by their outline levels, in the order of the file. The task of level 0 is the project itself. */
export function outlineTasks({ tasks }: ProjectFile, notes: FileNotes): readonly OutlinedTask[] {
  const inside = tasks.filter((task, place) => task.level > 0 || (place > 0 && task.uid !== 0))
  const seen = new Set<number>()
  const numbers: number[] = []
  const above: FileTask[] = []
  const outlined = inside.map((task) => {
    if (seen.has(task.uid)) notes.add('uid-twice', String(task.uid))
    seen.add(task.uid)
    const level = Math.min(Math.max(1, task.level), numbers.length + 1)
    numbers.length = Math.min(numbers.length, level)
    numbers[level - 1] = (numbers[level - 1] ?? 0) + 1
    above.length = level - 1
    const code = numbers.join('.')
    if (level !== task.level) notes.add('level-mended', code)
    const parent = above.at(-1)?.uid ?? null
    above.push(task)
    return { task, code, parent, depth: level - 1, leaf: true }
  })
  return outlined.map((one, place) => ({ ...one, leaf: (outlined[place + 1]?.depth ?? 0) <= one.depth }))
}
