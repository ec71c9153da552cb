import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import { type Actor, isResident } from '#platform/kernel/actor.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import { isUuid } from '#platform/kernel/ids.ts'
import { stillReads } from '#platform/server/casework/index.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type FileFolder, insertFile, type Kept, listFiles, mediaTypeOf } from '#platform/server/files/index.ts'
import type { RequestContext } from './call-context.ts'
import { admitResident, admitStaff, scopeOf } from './guard.ts'
import { rateOf } from './rate.ts'
import { orRefuse, refused } from './refused.ts'

/** What the file routes need of the host. */
export type FileRouteParts = {
  readonly database: Database
  readonly clock: Clock
  readonly files: FileFolder
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext
}

type Admit = (context: RequestContext) => Promise<Actor>
type Asked = { Params: { file: string } }

/** The files of the staff, and those that a resident brings to a matter. */
const doors: readonly (readonly [folder: string, admit: Admit])[] = [
  ['/api/files', admitStaff],
  ['/api/portal/files', admitResident],
]

/** Plans of project programs are long texts; everything else is a photograph or a document. */
const limitMegabytesOf = (name: string) => (/\.xml$/i.test(name) ? 200 : 20)

/** More than any matter asks of a resident, whom nobody knows but by a phone, and less than fills a disk. */
const filesOfResident = { most: 120, milliseconds: 3_600_000 }

/** Upload and download of evidence: raw bytes, streamed, so that a photograph never sits in memory. */
export function mountFileRoutes(host: FastifyInstance, parts: FileRouteParts): void {
  const mayBring = rateOf(filesOfResident)
  const bring = (admit: Admit) => async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await admit(parts.contextOf(request, reply))
    if (isResident(actor)) mayBring(actor.person, parts.clock.now().getTime())
    return upload(request, reply, parts, actor)
  }
  host.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const [folder, admit] of doors) {
      scope.post(folder, bring(admit))
      scope.get<Asked>(`${folder}/:file`, (request, reply) => download(request, reply, parts, admit))
    }
  })
}

async function upload(request: FastifyRequest, reply: FastifyReply, parts: FileRouteParts, actor: Actor) {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 1 || key.length > 64) refused('command.key-missing')
  const name = nameOf(request.headers['x-file-name'])
  const limitMegabytes = limitMegabytesOf(name)
  if (Number(request.headers['content-length'] ?? 0) > limitMegabytes * 1024 * 1024) tooLarge(reply, limitMegabytes)
  const kept =
    (await parts.files.keep(request.raw, limitMegabytes * 1024 * 1024, (came) => void kindOf(came, name))) ??
    tooLarge(reply, limitMegabytes)
  const row = await parts.database.transaction(scopeOf(actor), (tx) =>
    insertFile(tx, {
      jurisdiction: actor.jurisdiction,
      id: v7(),
      digest: kept.digest,
      bytes: kept.bytes,
      name,
      media_type: kindOf(kept, name),
      uploaded_by: actor.person,
      uploaded_at: parts.clock.now(),
      key: key as string,
      readers: [actor.organisation],
    }),
  )
  if (!row.digest.equals(kept.digest) || row.name !== name) refused('command.key-reused')
  return { file: row.id, name: row.name, mediaType: row.media_type, bytes: Number(row.bytes) }
}

function kindOf({ head, bytes }: Kept, name: string): string {
  return (bytes > 0 ? mediaTypeOf(head, name) : undefined) ?? refused('files.kind-refused', { name })
}

/** The rest of the body is not read: the connection ends with the answer. */
function tooLarge(reply: FastifyReply, limitMegabytes: number): never {
  reply.header('connection', 'close')
  return refused('input.too-large', { limitMegabytes })
}

function nameOf(header: string | string[] | undefined): string {
  const name = typeof header === 'string' ? decoded(header).trim() : ''
  const fits = name.length >= 1 && [...name].length <= 255 && !/[\p{Cc}/\\]/u.test(name)
  return fits ? name : refused('files.name-invalid')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

async function download(request: FastifyRequest<Asked>, reply: FastifyReply, parts: FileRouteParts, admit: Admit) {
  const actor = await admit(parts.contextOf(request, reply))
  const { file } = request.params
  const rows = isUuid(file)
    ? await parts.database.transaction(scopeOf(actor), (tx) => listFiles(tx, actor.jurisdiction, [file]))
    : []
  const row = rows[0] ?? refused('record.unknown')
  await assertStillReads(parts, actor, row.attached_to)
  const shown = row.media_type.startsWith('image/') || row.media_type === 'application/pdf' ? 'inline' : 'attachment'
  return reply
    .header('content-type', row.media_type)
    .header('content-length', String(row.bytes))
    .header('content-disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(row.name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'")
    .header('cache-control', isResident(actor) ? 'private, no-store' : 'private, max-age=3600')
    .send(parts.files.read(row.digest))
}

/** Whoever brought a file to somebody else’s case loses it with the mandate: a copy in the browser would outlast that. */
async function assertStillReads(
  { database, clock }: FileRouteParts,
  actor: Actor,
  stream: string | null,
): Promise<void> {
  const { jurisdiction } = actor
  const asked = { actor, now: clock.now(), jurisdiction }
  orRefuse(await database.asSystem(jurisdiction, (tx) => stillReads(tx, asked, stream)))
}
