import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { readSecretFile } from '#platform/server/secrets/index.ts'

/** What a face service says of a check. It says pass or fail and a token to ask it by; the picture stays with it. */
export type FaceAnswer =
  | { readonly outcome: 'passed' | 'failed'; readonly token: string }
  | { readonly outcome: 'pending' }

/** The national or provincial face service, or a simulator that behaves like it. Either question may end as unavailable. */
export type FaceService = {
  /** Begins a check of a person; they go to `url` and come back. */
  begin(asked: {
    readonly name: string
    readonly number: string
    readonly check: string
  }): Promise<{ readonly session: string; readonly url: string } | 'unavailable'>
  ask(session: string): Promise<FaceAnswer | 'unavailable'>
}

const Settings = z.strictObject({
  url: z.url(),
  secret: z.string().min(16),
  /** How long the service is waited for. */
  patienceMilliseconds: z.number().int().min(100).max(30_000).default(3000),
})
export type FaceSettings = z.infer<typeof Settings>

const Begun = z.object({ sessionId: z.string().max(200), h5Url: z.url() })
const Answered = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.enum(['passed', 'failed']), token: z.string().max(500) }),
])

/** What the data folder says of the service (`face-service.json`, for its owner alone); none where there is no such file. */
export function readFaceSettings(folder: string): FaceSettings | undefined {
  const text = readSecretFile(folder, 'face-service.json')
  return text === undefined ? undefined : Settings.parse(JSON.parse(text))
}

/**
 * The service over HTTP, each request signed (HMAC-SHA256 over method, path, time and body). Settings are looked up for each check, so
 * that a service can be connected while the platform runs; without any it is never there.
 */
export function openFaceService(settingsOf: () => FaceSettings | undefined): FaceService {
  return {
    begin: async (asked) => {
      const answer = await send(settingsOf(), 'POST', '/liveness/sessions', asked)
      const begun = Begun.safeParse(answer)
      return begun.success ? { session: begun.data.sessionId, url: begun.data.h5Url } : 'unavailable'
    },
    ask: async (session) => {
      const answer = await send(settingsOf(), 'GET', `/liveness/sessions/${encodeURIComponent(session)}`)
      const read = Answered.safeParse(answer)
      if (!read.success) return 'unavailable'
      return read.data.state === 'pending'
        ? { outcome: 'pending' }
        : { outcome: read.data.state, token: read.data.token }
    },
  }
}

async function send(settings: FaceSettings | undefined, method: string, path: string, body?: object) {
  if (settings === undefined) return undefined
  const { url, secret, patienceMilliseconds } = settings
  const text = body === undefined ? '' : JSON.stringify(body)
  const time = String(Date.now())
  const signature = createHmac('sha256', secret).update(`${method}\n${path}\n${time}\n${text}`).digest('hex')
  try {
    const answer = await fetch(new URL(path, url), {
      ...{ method, signal: AbortSignal.timeout(patienceMilliseconds), redirect: 'error' },
      headers: { 'content-type': 'application/json', 'x-time': time, 'x-signature': signature },
      ...(text && { body: text }),
    })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}
