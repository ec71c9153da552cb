import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { all, inCertificate, reason, tag } from '../parts.ts'
import { CertificateLine, CertificateState, IssuedCertificate } from '../views.ts'

const Person = z.object({
  kind: z.literal('person'),
  name: z.string().trim().min(1).max(60),
  number: z.string().trim().min(15).max(20),
  phone: z.string().trim().max(20).optional(),
})
const Unit = z.object({ kind: z.literal('unit'), number: z.string().trim().length(18).describe('Credit code') })

/** What an issuing unit does. */
export const staff = {
  types: route({
    method: 'GET',
    path: '/certificate-types',
    access: { permission: 'certificates.issue' },
    tag,
    summary: 'The certificates that my unit issues, each with its form',
  }).output(
    z.object({
      types: z.array(
        z.object({
          type: z.string(),
          version: z.number().int(),
          name: z.string(),
          english: z.string(),
          issuer: z.string(),
          form: z.unknown().describe('JSON Schema over the dictionary of fields'),
        }),
      ),
    }),
  ),
  issue: route({
    method: 'POST',
    path: '/certificates',
    access: { permission: 'certificates.issue' },
    tag,
    summary: 'Issue a certificate to somebody whose card I have before me, or to a unit',
  })
    .input(
      z.object({
        type: z.string().max(64),
        holder: z.discriminatedUnion('kind', [Person, Unit]),
        values: z.record(z.string(), z.union([z.string().max(500), z.number(), z.boolean()])),
      }),
    )
    .output(z.object({ credential: z.string(), number: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'credentials.type.unknown', 'credentials.fields.invalid')),
  issued: route({
    method: 'GET',
    path: '/certificates',
    access: { permission: 'certificates.read' },
    tag,
    summary: 'What my unit issued, the latest first; by number, by holder, by type, by state',
  })
    .input(
      z.object({
        number: z.string().trim().max(60).optional(),
        holder: z.string().trim().max(20).optional().describe('Identity number or credit code, whole'),
        type: z.string().max(64).optional(),
        state: CertificateState.optional(),
      }),
    )
    .output(z.object({ certificates: z.array(CertificateLine) })),
  issuedOne: route({
    method: 'GET',
    path: '/certificates/{credential}',
    access: { permission: 'certificates.read' },
    tag,
    summary: 'One of them, personal fields masked',
  })
    .input(inCertificate)
    .output(IssuedCertificate),
  stand: route({
    method: 'POST',
    path: '/certificates/{credential}/standing',
    access: { permission: 'certificates.revoke' },
    tag,
    summary: 'Suspend, resume or revoke it with a reason',
  })
    .input(inCertificate.extend({ change: z.enum(['suspend', 'resume', 'revoke']), reason }))
    .output(z.object({ credential: z.string(), standing: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'credentials.standing.other')),
  issuedPaper: route({
    method: 'GET',
    path: '/certificates/{credential}/paper',
    access: { permission: 'certificates.issue' },
    tag,
    summary: 'The PDF, for a holder who wants paper at the window',
  })
    .input(inCertificate)
    .output(z.file()),
} as const
