import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { UnansweredError } from '../api/failure.ts'
import { keyRing } from '../api/idempotency-key.ts'
import { useSession } from '../api/session.ts'
import { shrinkPhoto } from '../api/shrink-photo.ts'
import type { Uploads } from '../parts/upload-list.ts'
import type { StoredFile } from './local-store.ts'
import type { Sender } from './send-acts.ts'
import { useOutbox, useOutboxActs } from './use-outbox.ts'

type OutboxActOptions = {
  /** Which of the scenario's senders sends it later. */
  readonly kind: string
  /** Acts of one stream keep their order. */
  readonly stream: string
  /** What it is, in words, as the outbox shows it. */
  readonly title: string
  readonly send: Sender
  /** What the act changes: queries under these keys are loaded anew. */
  readonly touches: readonly QueryKey[]
  readonly onDone: (outcome: 'sent' | 'kept') => void
}

/**
 * An act with evidence that is done with or without network: sent at once where the server answers, else kept on this device
 * and sent later under the same key.
 * @example const report = useOutboxAct({ kind: 'projects.report', stream: node, title, send, touches, onDone })
 */
export function useOutboxAct<I>({ kind, stream, title, send, touches, onDone }: OutboxActOptions) {
  const { person, post, postTitle, organisationName } = useSession()
  const queries = useQueryClient()
  const outbox = useOutboxActs()
  const isQueued = useOutbox().some((act) => act.stream === stream)
  const ring = useRef(keyRing())
  return useMutation({
    mutationFn: async ({ input, uploads }: { readonly input: I; readonly uploads: Uploads }) => {
      const id = ring.current.keyFor({ input, files: uploads.items.map(({ key }) => key) })
      const isWhole = uploads.items.every(({ state }) => state === 'there')
      if (navigator.onLine && isWhole && !isQueued) {
        try {
          await send(input, { idempotencyKey: id, evidence: uploads.files })
          return 'sent' as const
        } catch (error) {
          if (!(error instanceof UnansweredError)) throw error
        }
      }
      const files = await Promise.all(uploads.items.map(storedFile))
      const postName = `${organisationName} ${postTitle}`
      const at = new Date().toISOString()
      await outbox.keep({ id, person, post, postName, kind, stream, title, at, input, files, refusal: null })
      return 'kept' as const
    },
    onSuccess: (outcome) => {
      ring.current.answered()
      onDone(outcome)
      if (outcome === 'kept' && navigator.onLine) void outbox.send()
      return Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: () => ring.current.answered(),
  })
}

async function storedFile({ key, original }: Uploads['items'][number]): Promise<StoredFile> {
  const file = await shrinkPhoto(original)
  return { key, name: file.name, type: file.type, blob: file }
}
