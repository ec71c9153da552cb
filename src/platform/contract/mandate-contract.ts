import { z } from 'zod'
import { route } from './define-route.ts'
import { CreditCode } from './enterprise-contract.ts'

const tag = '代办 Mandates'
const help = { permission: 'residents.help' } as const
const Phone = z.string().regex(/^1[3-9]\d{9}$/)
const Name = z.string().trim().min(1).max(100)
const inMandate = z.object({ mandate: z.uuid() })

/** What a mandate is to cover: ids of matters, null for all; and its end, a year from now at most. */
const terms = {
  matters: z.array(z.string().min(1).max(64)).min(1).max(50).nullable(),
  until: z.iso.datetime({ offset: true }),
}
const ofPerson = { phone: Phone, name: Name }
const sent = z.object({ until: z.string(), shown: z.string().nullable() })
const given = z.object({ mandate: z.string() })

/** A mandate, as both of its people see it. */
export const MandateView = z.object({
  mandate: z.string(),
  /** Whether I gave it, or act under it. */
  mine: z.enum(['given', 'received']),
  resident: z.string(),
  residentName: z.string(),
  /** Where it lets act for an enterprise, not for the resident. */
  enterpriseName: z.string().nullable(),
  helperName: z.string(),
  helperKind: z.enum(['resident', 'official']),
  /** Null is all. */
  matters: z.array(z.object({ matter: z.string(), name: z.string() })).nullable(),
  consent: z.enum(['session', 'code', 'form']),
  givenAt: z.string(),
  until: z.string(),
  state: z.enum(['in-force', 'withdrawn', 'ended']),
  withdrawnAt: z.string().nullable(),
})
export type MandateView = z.infer<typeof MandateView>

const list = z.object({ mandates: z.array(MandateView) })

/** 代办: whom residents let act for them; residents among each other, and officials who help. */
export const mandateContract = {
  matters: route({
    ...{ method: 'GET', path: '/mandates/matters', access: 'public', tag },
    summary: 'The matters that a mandate may name',
  }).output(
    z.object({
      matters: z.array(
        z.object({ matter: z.string(), name: z.string(), english: z.string(), applicants: z.array(z.string()) }),
      ),
    }),
  ),
  mine: route({
    method: 'GET',
    path: '/portal/mandates',
    access: 'resident',
    tag,
    summary: 'Whom I let act for me, and for whom I may act',
  }).output(list),
  give: route({
    ...{ method: 'POST', path: '/portal/mandates', access: 'resident', tag },
    summary: 'Let another resident act for me, or for the enterprise that I represent, by their phone and name',
  })
    .input(z.object({ ...ofPerson, ...terms, enterprise: CreditCode.optional() }))
    .output(given),
  withdraw: route({
    ...{ method: 'DELETE', path: '/portal/mandates/{mandate}', access: 'resident', tag },
    summary: 'End a mandate at once, as the one who gave it or the one who has it',
  })
    .input(inMandate)
    .output(given),
  ask: route({
    ...{ method: 'POST', path: '/portal/mandates/consents', access: 'resident', tag },
    summary: 'Ask somebody by a code to their phone whether I may act for them',
  })
    .input(z.object({ ...ofPerson, ...terms }))
    .output(sent),
  confirm: route({
    ...{ method: 'POST', path: '/portal/mandates/confirmations', access: 'resident', tag },
    summary: 'The code that they told me: their consent to exactly what was asked',
  })
    .input(z.object({ ...ofPerson, ...terms, code: z.string().regex(/^\d{6}$/) }))
    .output(given),
  mineAtWork: route({
    method: 'GET',
    path: '/mandates',
    access: help,
    tag,
    summary: 'For whom I may act in my post',
  }).output(list),
  askAtWork: route({
    ...{ method: 'POST', path: '/mandates/consents', access: help, tag },
    summary: 'Ask a resident by a code to their phone whether I may act for them in my post',
  })
    .input(z.object({ ...ofPerson, ...terms }))
    .output(sent),
  confirmAtWork: route({
    ...{ method: 'POST', path: '/mandates/confirmations', access: help, tag },
    summary: 'The code that the resident told me',
  })
    .input(z.object({ ...ofPerson, ...terms, code: z.string().regex(/^\d{6}$/) }))
    .output(given),
  recordForm: route({
    ...{ method: 'POST', path: '/mandates', access: help, tag },
    summary:
      'A form that a resident signed before me, with their identity card seen; registers them where they are new',
  })
    .input(
      z.object({ name: Name, number: z.string().min(15).max(24), phone: Phone.optional(), file: z.uuid(), ...terms }),
    )
    .output(given),
  withdrawAtWork: route({
    ...{ method: 'DELETE', path: '/mandates/{mandate}', access: help, tag },
    summary: 'Lay down a mandate that I have in my post',
  })
    .input(inMandate)
    .output(given),
} as const
