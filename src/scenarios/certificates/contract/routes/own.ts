import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { all, inCertificate, tag } from '../parts.ts'
import { CertificateLine, OwnCertificate } from '../views.ts'

/** What a resident does with their own certificates. */
export const own = {
  mine: route({
    method: 'GET',
    path: '/portal/certificates',
    access: 'resident',
    tag,
    summary: 'My certificates, the latest first',
  }).output(z.object({ certificates: z.array(CertificateLine) })),
  mineOne: route({
    method: 'GET',
    path: '/portal/certificates/{credential}',
    access: 'resident',
    tag,
    summary: 'One of my certificates: what it says, to whom I showed it, who verified it',
  })
    .input(inCertificate)
    .output(OwnCertificate),
  show: route({
    method: 'POST',
    path: '/portal/certificates/{credential}/showings',
    access: 'resident',
    tag,
    summary: 'Show it: by a code for five minutes, or as a text for as long as I say; with the fields that I choose',
  })
    .input(
      inCertificate.extend({
        way: z.enum(['code', 'link']),
        fields: z.array(z.string().max(64)).max(60),
        until: z.iso.datetime({ offset: true }).optional(),
        audience: z.string().trim().min(1).max(60).optional().describe('Whom it is for; anybody where left out'),
        nonce: z.string().trim().min(1).max(80).optional().describe('The question of whoever asked'),
      }),
    )
    .output(
      z.object({
        showing: z.string(),
        until: z.string(),
        code: z.string().describe('Signed, for a QR'),
        text: z.string().describe('SD-JWT VC, verified without a line'),
        entry: z.string(),
      }),
    )
    .errors(
      refusalErrors(
        all,
        'credentials.showing.not-valid',
        'credentials.showing.field-unknown',
        'credentials.showing.too-long',
      ),
    ),
  withdraw: route({
    method: 'POST',
    path: '/portal/showings/{showing}/withdrawal',
    access: 'resident',
    tag,
    summary: 'Take a showing back',
  })
    .input(z.object({ showing: z.uuid() }))
    .output(z.object({ showing: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'credentials.showing.ended')),
  ownPaper: route({
    method: 'GET',
    path: '/portal/certificates/{credential}/paper',
    access: 'resident',
    tag,
    summary: 'My certificate as a PDF to print',
  })
    .input(inCertificate)
    .output(z.file()),
} as const
