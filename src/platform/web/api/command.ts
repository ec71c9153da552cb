import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CallContext } from './client.ts'
import { UnansweredError } from './failure.ts'
import { keyRing } from './idempotency-key.ts'

type Call<I, O> = (input: I, options: { context: CallContext }) => Promise<O>
type CommandOptions<I, O> = {
  /** What the command changes: queries under these keys are loaded anew. */
  readonly touches?: readonly QueryKey[]
  readonly onDone?: (output: O, input: I) => void
}

/**
 * A command with its idempotency key: one key an act, kept when the act is repeated because no answer came.
 * @example const report = useCommand(api.report.call, { touches: [api.node.key()] }); report.mutate({ node, progress, note })
 */
export function useCommand<I, O>(call: Call<I, O>, { touches = [], onDone }: CommandOptions<I, O> = {}) {
  const queries = useQueryClient()
  const ring = useRef(keyRing())
  return useMutation({
    mutationFn: (input: I) => call(input, { context: { idempotencyKey: ring.current.keyFor(input) } }),
    onSuccess: (output, input) => {
      onDone?.(output, input)
      return Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onSettled: (_output, error) => {
      if (!(error instanceof UnansweredError)) ring.current.answered()
    },
  })
}
