import type { FilePlan } from '../../domain/mspdi/plan-of-file.ts'
import type { ProjectFile } from '../../domain/mspdi/project-file.ts'

/** How large a Project XML file may be. */
export const xmlLimits = {
  megabytes: 200,
  tasks: 100_000,
  /** Characters of one text. */
  text: 100_000,
  depth: 32,
  /** Different places that are listed as not understood. */
  unread: 500,
  seconds: 120,
} as const

/** Why a file cannot be read. `line` is where, from 1, as far as known. */
export type XmlFault =
  | { readonly kind: 'entities' }
  | { readonly kind: 'encoding'; readonly encoding: string }
  | { readonly kind: 'malformed'; readonly line: number; readonly detail: string }
  | { readonly kind: 'truncated'; readonly line: number }
  | { readonly kind: 'not-a-project'; readonly root: string }
  | { readonly kind: 'too-large' }

/** What a file says beside its tasks. */
export type FileHead = Omit<ProjectFile, 'tasks' | 'resources' | 'assignments'>

/** What a reading ends in. */
export type XmlReading = { readonly kind: 'file'; readonly head: FileHead; readonly plan: FilePlan } | XmlFault
