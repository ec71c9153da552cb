import { z } from 'zod'
import { route } from './define-route.ts'
import { HeldAppointment, SignInLeeway, SignInStrictness, UnitPost } from './identity-views.ts'

const tag = '统一身份 Identity'
const powers = { permission: 'identity.powers.assign' } as const
const tighten = { permission: 'identity.settings.tighten' } as const

/** What the security administrator reads and does: appointments, dismissals, and how strict sign-in is. */
export const powersContract = {
  appointments: route({
    method: 'GET',
    path: '/people/{person}/appointments',
    access: powers,
    tag,
    summary: 'The posts that a person holds or will hold, each with the id by which it is ended',
  })
    .input(z.object({ person: z.uuid() }))
    .output(z.object({ appointments: z.array(HeldAppointment) })),
  unitPosts: route({
    method: 'GET',
    path: '/organisations/{organisation}/posts',
    access: powers,
    tag,
    summary: 'The posts of a unit, with who holds them now',
  })
    .input(z.object({ organisation: z.string().min(1).max(64) }))
    .output(z.object({ posts: z.array(UnitPost) })),
  appoint: route({ method: 'POST', path: '/appointments', access: powers, tag, summary: 'Appoint a person to a post' })
    .input(z.object({ person: z.uuid(), post: z.string().min(1).max(128) }))
    .output(z.object({ appointment: z.string() })),
  dismiss: route({
    method: 'DELETE',
    path: '/appointments/{appointment}',
    access: powers,
    tag,
    summary: 'End an appointment',
  })
    .input(z.object({ appointment: z.uuid() }))
    .output(z.object({ ended: z.literal(true) })),

  signInSettings: route({
    method: 'GET',
    path: '/sign-in-settings',
    access: tighten,
    tag,
    summary: 'How strict sign-in is now, beside the county pack and the strictest there is',
  }).output(SignInLeeway),
  tightenSignIn: route({
    method: 'PUT',
    path: '/sign-in-settings',
    access: tighten,
    tag,
    summary: 'Make sign-in stricter than the county pack; nothing can be made laxer',
  })
    .input(SignInStrictness.partial())
    .output(SignInStrictness),
} as const
