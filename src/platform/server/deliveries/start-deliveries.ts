import { type Loop, startLoop } from '#platform/server/loop/index.ts'
import { type DeliveryParts, deliverOn } from './deliver.ts'
import { fanOut } from './fan-out.ts'

const pace = { busyMilliseconds: 20, idleMilliseconds: 2000 }

/**
 * Lets notices leave the platform, until stopped: one loop makes messages, one a channel sends them, so that a slow receiver holds up
 * nobody else. Any number of processes may run it. A county without channels has none.
 */
export function startDeliveries(parts: DeliveryParts, onError: (error: unknown) => void): Pick<Loop, 'stop'> {
  const { channels } = parts.services.rules()
  if (channels === undefined || channels.channels.length === 0) return { stop: async () => undefined }
  const loops = [
    startLoop(() => fanOut(parts.services), pace, onError),
    ...channels.channels.map((channel) =>
      startLoop(async () => (await deliverOn(parts, channel, channels.site)) > 0, pace, onError),
    ),
  ]
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) }
}
