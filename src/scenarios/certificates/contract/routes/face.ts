import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { all, tag } from '../parts.ts'

/** A face check before something is shown: a choice, never the only way. */
export const face = {
  beginFaceCheck: route({
    method: 'POST',
    path: '/portal/face-checks',
    access: 'resident',
    tag,
    summary: 'Begin a face check at the face service; a choice, five a day at most',
  })
    .input(z.object({ purpose: z.enum(['show-certificate']) }))
    .output(
      z.object({
        check: z.string(),
        url: z.string().describe('Where the face service takes over'),
        until: z.string(),
      }),
    )
    .errors(
      refusalErrors(all, 'credentials.face.unidentified', 'credentials.face.used-up', 'credentials.face.unavailable'),
    ),
  endFaceCheck: route({
    method: 'POST',
    path: '/portal/face-checks/{check}/result',
    access: 'resident',
    tag,
    summary: 'Ask how it ended; the answer and a digest of the token are kept, never a picture',
  })
    .input(z.object({ check: z.uuid() }))
    .output(z.object({ check: z.string(), outcome: z.enum(['pending', 'passed', 'failed', 'timed-out']) })),
} as const
