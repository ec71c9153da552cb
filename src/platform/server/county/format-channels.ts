import { z } from 'zod'
import { Name, Reference, Segment, shaped } from './format-parts.ts'

const TimeOfDay = shaped(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  '应为 08:30 这样的时刻，写在引号内',
  'expected a time such as 08:30, in quotes',
)
const Url = shaped(/^https?:\/\/[^\s@]+$/, '应为 http 或 https 地址', 'expected an http or https address')

const common = {
  id: Segment.describe('Its secret lies under this id in `channels-secrets.json` of the data folder, never here'),
  name: Name,
  english: Name,
  kinds: z.array(Reference).min(1).describe('Beginnings of the kinds of notices that it carries'),
}
const Mode = z.enum(['at-once', 'digest', 'off'])
const usual = Mode.describe('What holds for a person who has chosen nothing')
const audiences = z
  .array(z.string().regex(/^(unit|post):.+$/))
  .min(1)
  .describe('Whose notices it shows: `unit:<id>` or `post:<id>`')

const Channel = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('webhook'), url: Url }),
  z.strictObject({ ...common, kind: z.literal('dingtalk-robot'), url: Url, audiences }),
  z.strictObject({ ...common, kind: z.literal('wecom-robot'), url: Url, audiences }),
  z.strictObject({
    ...common,
    kind: z.literal('smtp'),
    host: Name,
    port: z.number().int().min(1).max(65_535),
    secure: z.boolean().default(false).describe('TLS from the first byte; STARTTLS is used where the server has it'),
    from: Name,
    usual,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('sms'),
    url: Url,
    template: Name.describe('As the provider registered it'),
    signature: Name,
    perDay: z.number().int().min(1).max(100).default(10).describe('Messages that a person gets at most in a day'),
    usual,
  }),
])

/** `channels.yaml`: how notices leave the platform. */
export const ChannelsFile = z.strictObject({
  site: Url.describe('The address under which people reach the platform, for links'),
  urgent: z.array(Reference).default([]).describe('Beginnings of kinds that wait for no hour and no digest'),
  quiet: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    .describe('Hours without messages to people; days off are quiet altogether'),
  digestAt: TimeOfDay.describe('When gathered notices leave, on working days'),
  channels: z.array(Channel).max(50),
})
