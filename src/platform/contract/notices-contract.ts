import { z } from 'zod'
import { route } from './define-route.ts'

const tag = '通知 Notices'
const position = z
  .string()
  .regex(/^\d{1,18}$/)
  .describe('Place in the sealed record, decimal')

/** Something that the reader was told. */
export const InboxNotice = z.object({
  position,
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  link: z.string().describe('Address of the page where it is dealt with'),
  at: z.string(),
  entry: z.string(),
  read: z.boolean(),
})
export type InboxNotice = z.infer<typeof InboxNotice>

/** How many unread notices are counted at most; more are said to be more. */
export const mostUnread = 100

const page = z.object({
  before: position.optional().describe('Older than this one'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
const inbox = z.object({ notices: z.array(InboxNotice), unread: z.number().int() })
const which = z.union([z.object({ positions: z.array(position).min(1).max(100) }), z.object({ upTo: position })])
const unread = z.object({ unread: z.number().int() })

/** What people are told. */
export const noticesContract = {
  inbox: route({
    method: 'GET',
    path: '/notices',
    access: 'signed-in',
    tag,
    summary: 'My notices, newest first',
  })
    .input(page)
    .output(inbox),
  unread: route({
    method: 'GET',
    path: '/notices/unread',
    access: 'signed-in',
    tag,
    summary: `How many notices I have not read, counted up to ${mostUnread}`,
  }).output(unread),
  read: route({
    method: 'POST',
    path: '/notices/read',
    access: 'signed-in',
    tag,
    summary: 'Note that I have read some notices, or all up to one',
  })
    .input(which)
    .output(unread),
  mine: route({
    ...{ method: 'GET', path: '/portal/notices', access: 'resident', tag },
    summary: 'What a resident was told of their own cases, newest first',
  })
    .input(page)
    .output(inbox),
  readMine: route({
    ...{ method: 'POST', path: '/portal/notices/read', access: 'resident', tag },
    summary: 'Note that a resident has read some notices, or all up to one',
  })
    .input(which)
    .output(unread),
} as const
