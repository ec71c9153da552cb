import { v7 as newUuid } from 'uuid'
import type { PostId } from '#platform/kernel/ids.ts'
import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { Channels } from '#platform/server/county/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listHolders } from '#platform/server/identity/index.ts'
import { enterpriseAudience } from '#platform/server/notices/index.ts'
import { listActing } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { carries, isPersonal, type Mode, startsWithAny } from './domain/channel.ts'
import { whenToSend } from './domain/when-to-send.ts'
import {
  type BoundNotice,
  countSince,
  insertMessages,
  listNotices,
  listReach,
  lockStretch,
  type NoticeRow,
  type Reach,
  saveCursor,
} from './fan-out-store.ts'

type Channel = Channels['channels'][number]
type Place = {
  readonly rules: CountyRules
  readonly channels: Channels
  readonly jurisdiction: string
  readonly now: Date
}

/** What happened longer ago than this, told late, is news to nobody: it stays inside. */
const newsMilliseconds = 7 * 86_400_000

/** What is told outside of something confidential. */
const withheld = { zh: '您有一条新通知，请登录平台查看。', en: 'You have a notice. Sign in to read it.' }

/** Makes messages of the notices that have been told since the last time; gives whether there were any. */
export function fanOut(services: Services): Promise<boolean> {
  const { database, jurisdiction, clock } = services
  const rules = services.rules()
  const { channels } = rules
  if (channels === undefined) return Promise.resolve(false)
  return database.asSystem(jurisdiction, async (tx) => {
    const stretch = await lockStretch(tx, jurisdiction)
    if (stretch === undefined || stretch.upTo <= stretch.from) return false
    const place = { rules, channels, jurisdiction, now: clock.now() }
    const told = await listNotices(tx, jurisdiction, stretch.from, stretch.upTo)
    const notices = told.filter(({ at }) => place.now.getTime() - at.getTime() <= newsMilliseconds)
    const bound: BoundNotice[] = []
    for (const channel of channels.channels) {
      const carried = notices.filter((notice) => carries(channel, notice))
      if (carried.length > 0) bound.push(...(await bind(tx, place, channel, carried)))
    }
    if (bound.length > 0) await insertMessages(tx, jurisdiction, bound, place.now)
    await saveCursor(tx, jurisdiction, stretch.upTo)
    return true
  })
}

function bind(tx: Transaction, place: Place, channel: Channel, notices: readonly NoticeRow[]): Promise<BoundNotice[]> {
  if (isPersonal(channel)) return bindToPeople(tx, place, channel, notices)
  return Promise.resolve(
    notices.map((notice) => boundTo(channel, '', notice, { at: place.now.getTime(), gathered: false })),
  )
}

async function bindToPeople(
  tx: Transaction,
  place: Place,
  channel: Channel,
  notices: readonly NoticeRow[],
): Promise<BoundNotice[]> {
  const { jurisdiction, now } = place
  const receivers = await receiversOf(tx, place, notices)
  const people = [...new Set(receivers.flatMap(({ people }) => people))]
  const since = new Date(startOfDate(dateOf(now.getTime())))
  const [reach, had] = await Promise.all([
    listReach(tx, jurisdiction, people, now),
    countSince(tx, jurisdiction, { channel: channel.id, people, since }),
  ])
  const sent = new Map(had)
  return receivers.flatMap(({ notice, people }) =>
    people.flatMap((person) => {
      const mode = modeOf(
        channel,
        reach.filter((row) => row.person === person),
      )
      if (mode === 'off') return []
      const urgent = startsWithAny(notice.kind, place.channels.urgent)
      const count = (sent.get(person) ?? 0) + 1
      sent.set(person, count)
      const isMuch = channel.kind === 'sms' && count > channel.perDay && !urgent
      const departure = whenToSend(
        place.rules.calendar,
        place.channels,
        { urgent, mode: isMuch ? 'digest' : mode },
        now.getTime(),
      )
      return [boundTo(channel, person, notice, departure)]
    }),
  )
}

/** Whom each notice concerns: its person or resident, or whoever holds its post or acts for its enterprise now. */
async function receiversOf(tx: Transaction, place: Place, notices: readonly NoticeRow[]) {
  const [byPost, byFirm] = await Promise.all([holdersByPost(tx, place, notices), actingByFirm(tx, place, notices)])
  return notices.map((notice) => {
    const { audience } = notice
    return { notice, people: personIn(audience) ?? byPost.get(audience) ?? byFirm.get(audience) ?? [] }
  })
}

async function holdersByPost(tx: Transaction, { jurisdiction, now }: Place, notices: readonly NoticeRow[]) {
  const posts = [...new Set(notices.map(({ audience }) => audience).filter((audience) => audience.startsWith('post:')))]
  const holders = await Promise.all(
    posts.map((post) => listHolders(tx, jurisdiction as never, post.slice(5) as PostId, now)),
  )
  return new Map(posts.map((post, index) => [post, holders[index]?.map(({ id }) => id as string) ?? []]))
}

/** What they may read of it they read behind the sign-in, which asks the register anew; outside stands a number alone. */
async function actingByFirm(tx: Transaction, { jurisdiction, now }: Place, notices: readonly NoticeRow[]) {
  const firms = notices.map(({ audience }) => audience).filter((audience) => audience.startsWith('firm:'))
  const codes = [...new Set(firms.map((firm) => firm.slice('firm:'.length).split('.')[0]?.toUpperCase() ?? ''))]
  if (codes.length === 0) return new Map<string, readonly string[]>()
  const acting = await listActing(tx, jurisdiction, { codes, at: now })
  return new Map<string, readonly string[]>([...acting].map(([reader, people]) => [enterpriseAudience(reader), people]))
}

/** The one person at work or resident whom an audience is. */
function personIn(audience: string): readonly string[] | undefined {
  const [kind, id = ''] = audience.split(':')
  return kind === 'person' || kind === 'resident' ? [id] : undefined
}

/** How a person wants a channel; `off` where there is no address to reach them at. */
function modeOf(channel: Channel, rows: readonly Reach[]): Mode {
  const own = rows.find((row) => row.channel === channel.id)
  const isReached = channel.kind === 'sms' ? rows[0]?.hasPhone : own?.address
  if (!isReached || !('usual' in channel)) return 'off'
  return own?.mode ?? channel.usual
}

function boundTo(
  channel: Channel,
  recipient: string,
  { confidential, audience: _, outside_zh, outside_en, ...notice }: NoticeRow,
  { at, gathered }: { readonly at: number; readonly gathered: boolean },
): BoundNotice {
  const dueAt = new Date(at)
  const key = gathered ? `digest ${dueAt.toISOString()}` : `${notice.position}.${notice.ordinal}`
  const told = confidential ? { zh: outside_zh ?? withheld.zh, en: outside_en ?? withheld.en } : {}
  return { ...notice, ...told, id: newUuid(), channel: channel.id, recipient, key, dueAt }
}
