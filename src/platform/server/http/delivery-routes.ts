import { implement } from '@orpc/server'
import { deliveriesContract } from '#platform/contract/deliveries-contract.ts'
import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import {
  countMessages,
  countSent,
  decideChoice,
  decideSendingAgain,
  listDead,
  viewOwnChannels,
} from '#platform/server/deliveries/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { RequestContext } from './call-context.ts'
import { guard } from './guard.ts'

/** How notices leave the platform: one's own choices, and what could not be delivered. */
export function deliveryRoutes(services: Services) {
  const os = implement(deliveriesContract).$context<RequestContext>().use(guard(services))
  const channels = () => services.rules().channels
  return os.router({
    ownChannels: os.ownChannels.handler(async ({ context: { call } }) => {
      const { quiet, digestAt } = channels() ?? { quiet: { from: '', to: '' }, digestAt: '' }
      const own = await call.read((tx) => viewOwnChannels(tx, channels(), call.actor))
      return { channels: own, quietFrom: quiet.from, quietTo: quiet.to, digestAt }
    }),
    chooseChannel: os.chooseChannel.handler(({ context: { call }, input }) =>
      call.command((tx, command) => decideChoice(tx, channels(), command, input)),
    ),
    deadMessages: os.deadMessages.handler(async ({ context: { call }, input }) => {
      const { jurisdiction } = call.actor
      const today = new Date(startOfDate(dateOf(call.now.getTime())))
      const [dead, counts, sent] = await call.read((tx) =>
        Promise.all([
          listDead(tx, jurisdiction, input.limit),
          countMessages(tx, jurisdiction),
          countSent(tx, jurisdiction, today),
        ]),
      )
      const countOf = (channel: string, state: string) =>
        counts.find((one) => one.channel === channel && one.state === state)?.count ?? 0
      return {
        channels: (channels()?.channels ?? []).map(({ id, kind, name, english }) => ({
          ...{ channel: id, kind, name, english },
          ...{ waiting: countOf(id, 'waiting'), dead: countOf(id, 'dead') },
          sentToday: sent.find(({ channel }) => channel === id)?.count ?? 0,
        })),
        messages: dead.map(({ id, channel, kind, notices, attempts, reason, created_at, ended_at }) => ({
          ...{ message: id, channel, kind, notices, attempts, reason },
          ...{ createdAt: created_at.toISOString(), endedAt: ended_at.toISOString() },
        })),
      }
    }),
    sendAgain: os.sendAgain.handler(({ context: { call }, input }) =>
      call.command((tx, command) => decideSendingAgain(tx, command, input.messages)),
    ),
  })
}
