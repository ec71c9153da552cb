import type { XmlReading } from './project-xml.ts'

type ReadPlan = Extract<XmlReading, { kind: 'file' }>

const most = { readings: 3, nodes: 20_000 } as const

/** The last few plans that were read, by the digest of their bytes: who previews a file imports it next. */
const recent = new Map<string, ReadPlan>()

/** The reading of a file, read now unless it was read a moment ago; very large ones are not kept. */
export async function readOnce(digest: Buffer, read: () => Promise<XmlReading>): Promise<XmlReading> {
  const key = digest.toString('hex')
  const known = recent.get(key)
  if (known) return known
  const reading = await read()
  if (reading.kind !== 'file' || reading.plan.nodes.length > most.nodes) return reading
  recent.set(key, reading)
  const [eldest] = recent.keys()
  if (recent.size > most.readings && eldest !== undefined) recent.delete(eldest)
  return reading
}
