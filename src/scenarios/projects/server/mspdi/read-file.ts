import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FilePlan } from '../../domain/mspdi/plan-of-file.ts'
import { type FileHead, type XmlFault, xmlLimits } from './project-xml.ts'
import { readProjectXml } from './read-project-xml.ts'
import { readOnce } from './recent-readings.ts'

/** An uploaded Project XML file, read. */
export type ReadFile = { readonly fileName: string; readonly head: FileHead; readonly plan: FilePlan }

/** Reads an upload of the caller's own; refuses what cannot be read. Writes nothing. */
export async function readFile(services: Services, call: CallContext['call'], file: string): Promise<ReadFile> {
  const [row] = await call.read((tx) => listFiles(tx, call.actor.jurisdiction, [file]))
  if (row === undefined || row.uploaded_by !== call.actor.person) refused('record.unknown')
  if (row.media_type !== 'application/xml')
    refused('projects.file.unreadable', { file: row.name, line: 1, detail: 'XML?' })
  if (Number(row.bytes) > xmlLimits.megabytes * 1024 * 1024) tooLarge()
  const reading = await readOnce(row.digest, () => readProjectXml(() => services.files.read(row.digest)))
  if (reading.kind !== 'file') refuseFault(reading, row.name)
  return { fileName: row.name, head: reading.head, plan: reading.plan }
}

function refuseFault(fault: XmlFault, file: string): never {
  switch (fault.kind) {
    case 'entities':
      return refused('projects.file.entities', { file })
    case 'encoding':
      return refused('projects.file.encoding', { file, encoding: fault.encoding })
    case 'truncated':
      return refused('projects.file.truncated', { file, line: fault.line })
    case 'not-a-project':
      return refused('projects.file.not-a-project', { file, root: fault.root.slice(0, 60) })
    case 'malformed':
      return refused('projects.file.unreadable', { file, line: fault.line, detail: fault.detail.slice(0, 200) })
    case 'too-large':
      return tooLarge()
  }
}

function tooLarge(): never {
  return refused('projects.file.too-large', { limitMegabytes: xmlLimits.megabytes, limitTasks: xmlLimits.tasks })
}
