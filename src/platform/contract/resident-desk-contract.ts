import { z } from 'zod'
import { refusalErrors, route } from './define-route.ts'
import { residentRefusals } from './resident-refusals.ts'

const tag = '居民 Residents'
const access = { permission: 'residents.phone' } as const
const Phone = z.string().regex(/^1[3-9]\d{9}$/)

/** The card before the official, and the phone that its owner wants to have. */
const wanted = z.object({
  name: z.string().trim().min(1).max(100),
  number: z.string().min(15).max(24),
  phone: Phone,
})

/** 窗口: what an official does for a resident who stands there with the identity card. */
export const residentDeskContract = {
  askPhoneCode: route({
    ...{ method: 'POST', path: '/residents/phone-codes', access, tag },
    summary: 'Send a code to the phone that a resident at the window wants to have',
  })
    .input(wanted)
    .output(z.object({ until: z.string(), shown: z.string().nullable() }))
    .errors(refusalErrors(residentRefusals, 'residents.identity.malformed', 'residents.code.too-many')),
  changePhone: route({
    ...{ method: 'POST', path: '/residents/phone-changes', access, tag },
    summary:
      'Move a resident to another phone: the code came there, the card was seen; sessions end, the old phone is told',
  })
    .input(wanted.extend({ code: z.string().regex(/^\d{6}$/) }))
    .output(
      z.object({
        resident: z.string(),
        /** Masked; null where there was none. */
        oldPhone: z.string().nullable(),
        /** Whether a message went to the old phone. */
        told: z.boolean(),
      }),
    )
    .errors(
      refusalErrors(
        residentRefusals,
        'residents.code.wrong',
        'residents.unknown',
        'residents.identity.malformed',
        'residents.identity.differs',
        'residents.phone.same',
        'residents.phone.taken',
      ),
    ),
} as const
