import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Channels } from '#platform/server/county/index.ts'
import { openDemoReceivers } from '#platform/server/demo-receivers/index.ts'
import { replaceSecretFile } from '#platform/server/secrets/index.ts'
import { openPlaces } from './places.ts'
import { send } from './senders/index.ts'

const common = { name: '渠道', english: 'Channel', kinds: ['test'] }
type Channel = Channels['channels'][number]
const url = 'https://a-real-address.example/hook'
const hook: Channel = { ...common, id: 'hook', kind: 'webhook', url }
const group: Channel = { ...common, id: 'group', kind: 'dingtalk-robot', url, audiences: ['unit:ducha'] }
const mail: Channel = {
  ...{ ...common, id: 'mail', kind: 'smtp', usual: 'digest' },
  ...{ host: 'mail.example', port: 25, secure: true, from: 'hub@xianqu.example' },
}
const channels: Channels = {
  ...{ site: 'https://xianqu.example', urgent: [], quiet: { from: '20:00', to: '08:00' }, digestAt: '08:30' },
  channels: [hook, group, mail],
}
const folder = mkdtempSync(join(tmpdir(), 'xianqu-places-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a demonstration sends nowhere while its receivers do not run, and to this machine alone while they do', async () => {
  const placeOf = openPlaces(folder, true)
  expect(placeOf(hook)).toBeUndefined()
  const receivers = await openDemoReceivers(channels, folder)
  try {
    const items = [{ kind: 'test', zh: '请看', en: 'Look', link: '/today', at: '2026-03-02T10:00:00+08:00' }]
    for (const channel of channels.channels) {
      const placed = placeOf(channel)
      const address = placed && ('url' in placed.channel ? placed.channel.url : placed.channel.host)
      expect(address).toContain('127.0.0.1')
      const message = { id: channel.id, address: 'wang@example.org', items, site: channels.site, now: new Date() }
      expect(await send({ ...message, channel, secret: {}, ...placed })).toEqual({ kind: 'sent' })
    }
  } finally {
    await receivers.stop()
  }
})

test('an address in the file of a demonstration that is not on this machine is not believed', () => {
  replaceSecretFile(folder, 'receivers.json', JSON.stringify({ hook: { address: 'https://elsewhere.example/hook' } }))
  expect(() => openPlaces(folder, true)(hook)).toThrow()
})

test('a county of one’s own sends where its pack says, with the secrets of its own file', () => {
  replaceSecretFile(folder, 'channels-secrets.json', JSON.stringify({ hook: { secret: 'whsec_abc' } }))
  expect(openPlaces(folder, false)(hook)).toEqual({ channel: hook, secret: { secret: 'whsec_abc' } })
})
