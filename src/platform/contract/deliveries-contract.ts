import { z } from 'zod'
import { refusalErrors, route } from './define-route.ts'
import { deliveryRefusals } from './delivery-refusals.ts'

const tag = '对外通知 Deliveries'
const channel = z.string().min(1).max(40)

/** How a person wants a channel. */
export const ChannelMode = z.enum(['at-once', 'digest', 'off'])
export type ChannelMode = z.infer<typeof ChannelMode>

/** A channel that reaches me, and how I want it. */
export const OwnChannel = z.object({
  channel,
  kind: z.enum(['smtp', 'sms']),
  name: z.string(),
  english: z.string(),
  mode: ChannelMode,
  /** Where it reaches me; the phone of SMS is the directory's and shown by its last four digits. */
  address: z.string().nullable(),
})
export type OwnChannel = z.infer<typeof OwnChannel>

/** A message that could not be delivered. */
export const DeadMessage = z.object({
  message: z.string(),
  channel,
  kind: z.string(),
  notices: z.number().int().describe('How many notices it carries'),
  attempts: z.number().int(),
  reason: z.string().describe('A status or a kind of fault'),
  createdAt: z.string(),
  endedAt: z.string(),
})
export type DeadMessage = z.infer<typeof DeadMessage>

/** A channel of the county and what waits on it. */
export const ChannelState = z.object({
  channel,
  kind: z.string(),
  name: z.string(),
  english: z.string(),
  sentToday: z.number().int(),
  waiting: z.number().int(),
  dead: z.number().int(),
})
export type ChannelState = z.infer<typeof ChannelState>

/** How notices leave the platform. */
export const deliveriesContract = {
  ownChannels: route({
    method: 'GET',
    path: '/notices/channels',
    access: 'signed-in',
    tag,
    summary: 'The channels that reach me outside the platform, and how I want them',
  }).output(
    z.object({ channels: z.array(OwnChannel), quietFrom: z.string(), quietTo: z.string(), digestAt: z.string() }),
  ),
  chooseChannel: route({
    method: 'PUT',
    path: '/notices/channels/{channel}',
    access: 'signed-in',
    tag,
    summary: 'Choose how I want a channel',
  })
    .input(z.object({ channel, mode: ChannelMode, address: z.email().max(200).optional() }))
    .output(z.object({ channel, mode: ChannelMode }))
    .errors(refusalErrors(deliveryRefusals, 'deliveries.channel.unknown', 'deliveries.address.missing')),
  deadMessages: route({
    method: 'GET',
    path: '/deliveries/dead',
    access: { permission: 'deliveries.manage' },
    tag,
    summary: 'The channels of the county, and the messages that could not be delivered, the latest first',
  })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }))
    .output(z.object({ channels: z.array(ChannelState), messages: z.array(DeadMessage) })),
  sendAgain: route({
    method: 'POST',
    path: '/deliveries/again',
    access: { permission: 'deliveries.manage' },
    tag,
    summary: 'Send messages again that could not be delivered',
  })
    .input(z.object({ messages: z.array(z.uuid()).min(1).max(200) }))
    .output(z.object({ again: z.number().int() }))
    .errors(refusalErrors(deliveryRefusals, 'deliveries.message.alive')),
} as const
