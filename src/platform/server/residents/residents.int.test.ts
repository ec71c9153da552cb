import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/kernel/actor.ts'
import { ok, unwrap } from '#platform/kernel/result.ts'
import { openDatabase } from '#platform/server/database/index.ts'
import { carryOut } from '#platform/server/identity/index.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { fakeClock } from '#platform/testing/fake-clock.ts'
import { testPersonalData } from '#platform/testing/personal-data.ts'
import { type HouseholdAnswer, openResidents, type ResidentDoor, receiveAtWindow, residentCookie } from './index.ts'

const clock = fakeClock(new Date('2026-03-02T09:00:00+08:00'))
const sent: { phone: string; text: string }[] = []
const household = new Map([
  ['331199199001010012', '吴丽萍'],
  ['331199194403020018', '何大根'],
])
const personalData = testPersonalData()
const registers = new Map<string, readonly { code: string; name: string; isOpen: boolean }[]>()
let isRegisterDown = false
let gateway = true
let database: TestDatabase
let door: ResidentDoor

let openDoor: () => ResidentDoor

beforeAll(async () => {
  database = await testDatabase()
  const { county } = await applyTestCounty(database, clock.now())
  const parts: Parameters<typeof openResidents>[0] = {
    ...{ database, clock, jurisdiction: county.id, key: randomBytes(32), personalData },
    credentials: openDatabase({ url: database.authUrl }),
    sendText: async ({ phone, text }) => gateway && sent.push({ phone, text }) > 0,
    register: async ({ name, number }): Promise<HouseholdAnswer> => {
      if (isRegisterDown) return 'unavailable'
      return household.get(number) === name ? 'matches' : 'differs'
    },
    enterprises: async ({ number }) => registers.get(number) ?? 'unavailable',
  }
  openDoor = () => openResidents(parts)
  door = openDoor()
})
afterAll(() => database.close())

const origin = (address = '10.0.0.1') => ({ address, device: '手机' })
let lastPhone = 13_900_000_000
function newPhone(): string {
  lastPhone += 1
  return String(lastPhone)
}

async function codeFor(phone: string, address?: string): Promise<string> {
  const asked = await door.askCode(phone, origin(address))
  if (!asked.ok) throw new Error(asked.refusal.code)
  return /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
}

async function enter(phone: string) {
  const code = await codeFor(phone)
  const entered = await door.enter({ phone, code, origin: origin() })
  if (!entered.ok) throw new Error(entered.refusal.code)
  const cookie = residentCookie.handOver(entered.value.token, false)
  const session = await door.resolveSession(cookie)
  if (session === undefined) throw new Error('no session')
  clock.advance(61_000)
  return { cookie, session, resident: entered.value.resident }
}

const refusalOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

describe('a code', () => {
  test('lets a phone in that nobody knew, and the same resident in again', async () => {
    const phone = newPhone()
    const first = await enter(phone)
    const again = await enter(phone)
    expect(again.resident).toBe(first.resident)
    expect(first.session.isVerified).toBe(false)
    expect(await door.view(first.resident)).toMatchObject({ name: null, phone: `139****${phone.slice(-4)}` })
  })

  test('counts once', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    expect(refusalOf(await door.enter({ phone, code, origin: origin() }))).toBe('ok')
    expect(refusalOf(await door.enter({ phone, code, origin: origin() }))).toBe('residents.code.wrong')
  })

  test('counts for one of two who type it at the same moment', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    const both = await Promise.all([1, 2].map(() => door.enter({ phone, code, origin: origin() })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('counts for five minutes', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    clock.advance(5 * 60_000)
    expect(refusalOf(await door.enter({ phone, code, origin: origin() }))).toBe('residents.code.wrong')
  })

  test('is void after five guesses, and the right one comes too late', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 5; guess += 1) await door.enter({ phone, code: wrong, origin: origin() })
    expect(refusalOf(await door.enter({ phone, code, origin: origin() }))).toBe('residents.code.wrong')
  })

  test('of another phone is no code', async () => {
    const code = await codeFor(newPhone())
    const other = newPhone()
    await codeFor(other, '10.0.0.9')
    expect(refusalOf(await door.enter({ phone: other, code, origin: origin() }))).toBe('residents.code.wrong')
  })

  test('is asked for a known and an unknown phone alike, once a minute', async () => {
    const known = newPhone()
    await enter(known)
    for (const phone of [known, newPhone()]) {
      expect(await door.askCode(phone, origin('10.1.0.1'))).toMatchObject({ ok: true, value: { shown: null } })
      expect(refusalOf(await door.askCode(phone, origin('10.1.0.1')))).toBe('residents.code.too-many')
    }
  })

  test('asked for twenty times at once goes out once', async () => {
    const [phone, before] = [newPhone(), sent.length]
    const answers = await Promise.all(Array.from({ length: 20 }, () => door.askCode(phone, origin('10.1.0.2'))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(sent.length - before).toBe(1)
  })

  test('that the gateway did not take is told as not sent', async () => {
    gateway = false
    expect(refusalOf(await door.askCode(newPhone(), origin('10.1.0.3')))).toBe('residents.code.unsent')
    gateway = true
  })

  test('and phone lie nowhere in clear', async () => {
    const phone = newPhone()
    const code = await codeFor(phone, '10.1.0.4')
    await door.enter({ phone, code, origin: origin('10.1.0.4') })
    const kept = await database.asOwner<{ text: string }>(
      `select row_to_json(r)::text as text from residents.resident r union all
        select row_to_json(c)::text from auth.resident_code c union all
        select row_to_json(s)::text from auth.resident_session s union all
        select e.stream || e.kind || p.body::text from journal.entry e join journal.payload p on p.entry_id = e.id`,
    )
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter(({ text }) => text.includes(phone) || text.includes(code))).toEqual([])
  })
})

describe('a session', () => {
  test('ends when it idles, when it is ended, and at its last instant', async () => {
    const idle = await enter(newPhone())
    clock.advance(21 * 60_000)
    expect(await door.resolveSession(idle.cookie)).toBeUndefined()
    const ended = await enter(newPhone())
    expect(await door.endSession(ended.session, ended.session.id)).toEqual({ ended: true })
    expect(await door.resolveSession(ended.cookie)).toBeUndefined()
    const busy = await enter(newPhone())
    for (let minutes = 0; minutes < 12 * 60 - 15; minutes += 15) {
      clock.advance(15 * 60_000)
      if (minutes < 11 * 60) expect(await door.resolveSession(busy.cookie)).toBeDefined()
    }
    clock.advance(15 * 60_000)
    expect(await door.resolveSession(busy.cookie)).toBeUndefined()
  })

  test('that another server ended lets nobody act here, not for a moment; looking ends within seconds', async () => {
    const other = openDoor()
    const { cookie, session } = await enter(newPhone())
    expect(await other.resolveSession(cookie)).toBeDefined()
    await door.endSession(session, session.id)
    expect(await other.resolveSession(cookie)).toBeDefined()
    expect(await other.resolveSession(cookie, true)).toBeUndefined()
    expect(await other.resolveSession(cookie)).toBeUndefined()
  })

  test('of a lost phone is ended from another, and never that of somebody else', async () => {
    const phone = newPhone()
    const [lost, here, stranger] = [await enter(phone), await enter(phone), await enter(newPhone())]
    expect(await door.endSession(stranger.session, lost.session.id)).toEqual({ ended: false })
    expect(await door.listSessions(here.resident)).toHaveLength(2)
    await door.endSession(here.session, lost.session.id)
    expect(await door.resolveSession(lost.cookie)).toBeUndefined()
    expect(await door.resolveSession(here.cookie)).toBeDefined()
  })
})

describe('an identity', () => {
  const wu = { name: '吴丽萍', number: '331199 19900101 0012' }

  test('is bound once the register says that it matches, and again changes nothing', async () => {
    const { session, resident, cookie } = await enter(newPhone())
    expect(await door.checkIdentity(session, wu)).toEqual({ ok: true, value: { resident } })
    expect(await door.checkIdentity(session, wu)).toEqual({ ok: true, value: { resident } })
    expect(await door.resolveSession(cookie)).toMatchObject({ isVerified: true, actor: { personName: '吴丽萍' } })
  })

  test('of somebody who has a phone here already is not taken over', async () => {
    const { session } = await enter(newPhone())
    expect(refusalOf(await door.checkIdentity(session, wu))).toBe('residents.identity.taken')
  })

  test('that does not match, or is no number, or cannot be checked, binds nothing', async () => {
    const { session, resident } = await enter(newPhone())
    const check = (name: string, number: string) => door.checkIdentity(session, { name, number })
    expect(refusalOf(await check('吴丽萍', '331199199001010010'))).toBe('residents.identity.malformed')
    expect(refusalOf(await check('何大', '331199194403020018'))).toBe('residents.identity.differs')
    isRegisterDown = true
    expect(refusalOf(await check('何大根', '331199194403020018'))).toBe('residents.identity.unavailable')
    isRegisterDown = false
    expect(await door.view(resident)).toMatchObject({ name: null, verifiedBy: null })
  })

  test('that was first seen at a window goes on there with the phone, and no second resident is left', async () => {
    const { jurisdiction } = (await enter(newPhone())).session.actor
    const card = { name: '何大根', number: '331199194403020018' }
    const official = { jurisdiction, person: randomUUID(), post: 'a.clerk', organisation: 'a' } as unknown as Actor
    const received = await carryOut(database, jurisdiction, async (tx) => {
      const mistyped = { ...card, name: '何大跟' }
      const given = await receiveAtWindow(tx, personalData, { actor: official, now: clock.now() }, mistyped)
      return given.ok ? ok({ ...given.value, answer: given.value.resident }) : given
    })
    const phone = newPhone()
    const { session, resident, cookie } = await enter(phone)
    expect(await door.checkIdentity(session, card)).toEqual({ ok: true, value: { resident: unwrap(received) } })
    expect((await door.resolveSession(cookie))?.resident).toBe(unwrap(received))
    expect(await door.view(unwrap(received))).toMatchObject({
      name: card.name,
      phone: `139****${phone.slice(-4)}`,
      verifiedBy: 'window',
    })
    expect((await enter(phone)).resident).toBe(unwrap(received))
    expect(
      await database.asOwner('select 1 from residents.resident where id = $1 and valid_to is null', [resident]),
    ).toEqual([])
  })

  test('is checked five times, though twelve are tried in the same breath', async () => {
    const { session } = await enter(newPhone())
    const guesses = Array.from({ length: 12 }, () => door.checkIdentity(session, { ...wu, name: '试试看' }))
    const codes = (await Promise.all(guesses)).map(refusalOf)
    expect(codes.filter((code) => code !== 'residents.identity.too-often')).toHaveLength(5)
  })

  test('is checked five times in a day at most', async () => {
    const { session } = await enter(newPhone())
    for (let time = 0; time < 5; time += 1) {
      clock.advance(1000)
      await door.checkIdentity(session, { name: '试试看', number: '331199194403020018' })
    }
    const sixth = await door.checkIdentity(session, { name: '何大根', number: '331199194403020018' })
    expect(refusalOf(sixth)).toBe('residents.identity.too-often')
  })
})

test('the last word of the register of enterprises counts for twelve hours; then nobody acts until it speaks again', async () => {
  const phone = newPhone()
  const wu = { name: '兰小妹', number: '331199195005050021' }
  household.set(wu.number, wu.name)
  const { session, resident } = await enter(phone)
  expect(refusalOf(await door.confirmEnterprises(resident))).toBe('residents.identity.required')
  await door.checkIdentity(session, wu)
  const firm = { code: '91331199MA00000011', name: '遂昌某公司', isOpen: true }
  const standsFor = async () => (await enter(phone)).session.actor.standsFor
  expect(refusalOf(await door.confirmEnterprises(resident))).toBe('residents.enterprise.unavailable')
  registers.set(wu.number, [firm, { ...firm, code: '91331199MA00000022', isOpen: false }])
  expect(refusalOf(await door.confirmEnterprises(resident))).toBe('ok')
  expect(await standsFor()).toEqual(['firm-91331199ma00000011'])
  registers.delete(wu.number)
  clock.advance(13 * 3_600_000)
  expect(refusalOf(await door.confirmEnterprises(resident))).toBe('residents.enterprise.unavailable')
  expect(await standsFor()).toEqual([])
  registers.set(wu.number, [firm])
  await door.confirmEnterprises(resident)
  expect(await standsFor()).toEqual(['firm-91331199ma00000011'])
  registers.set(wu.number, [])
  await door.confirmEnterprises(resident)
  expect(await standsFor()).toEqual([])
})

describe('a phone that was lost', () => {
  const he = { name: '何小根', number: '331199195005050048' }
  const clerk = { person: randomUUID(), personName: '毛雪琴', post: 'a.clerk', organisation: 'a' } as unknown as Actor
  const run: Parameters<ResidentDoor['changePhone']>[0] = async (decide) => {
    const { jurisdiction } = (await enter(newPhone())).session.actor
    const call = { actor: { ...clerk, jurisdiction }, now: clock.now() } as Parameters<typeof decide>[1]
    const done = await carryOut(database, jurisdiction, (tx) => decide(tx, call))
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value
  }
  const askCode = async (phone: string, card = he) => {
    const asked = await door.askPhoneCode({ card, phone, official: clerk, origin: origin('10.3.0.1') })
    if (!asked.ok) throw new Error(asked.refusal.code)
    return /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
  }

  test('is changed at a window: sessions end, the old one is told, the new one opens as the same resident', async () => {
    household.set(he.number, he.name)
    const [old, fresh] = [newPhone(), newPhone()]
    const { session, cookie, resident } = await enter(old)
    await door.checkIdentity(session, he)
    const nameless = await enter(fresh)
    const code = await askCode(fresh)
    await expect(door.changePhone(run, { card: he, phone: fresh, code: '000000' })).rejects.toThrow(
      'residents.code.wrong',
    )
    const changed = await door.changePhone(run, { card: he, phone: fresh, code })
    expect(changed).toMatchObject({ resident, told: true, oldPhone: `139****${old.slice(-4)}` })
    expect(sent.at(-1)).toMatchObject({ phone: old, text: expect.stringContaining('12345') })
    expect(await door.resolveSession(cookie)).toBeUndefined()
    expect(await door.resolveSession(nameless.cookie)).toBeUndefined()
    expect((await enter(fresh)).resident).toBe(resident)
    expect((await enter(old)).resident).not.toBe(resident)
  })

  test('is changed with nobody signed in by the old one, though the process dies as soon as it is on record', async () => {
    const lost = { name: '何二根', number: '331199195505050044' }
    household.set(lost.number, lost.name)
    const [old, fresh] = [newPhone(), newPhone()]
    const { session, cookie } = await enter(old)
    unwrap(await door.checkIdentity(session, lost))
    const code = await askCode(fresh, lost)
    const dying: typeof run = async (decide) => {
      await run(decide)
      throw new Error('killed')
    }
    await expect(door.changePhone(dying, { card: lost, phone: fresh, code })).rejects.toThrow('killed')
    expect(await openDoor().resolveSession(cookie)).toBeUndefined()
    expect((await enter(fresh)).session.actor.personName).toBe(lost.name)
  })

  test('moves to no phone that somebody has by name, for nobody who is not here, and under no other name', async () => {
    const taken = newPhone()
    household.set('331199199001010020', '吴丽萍')
    const { session } = await enter(taken)
    await door.checkIdentity(session, { name: '吴丽萍', number: '331199199001010020' })
    const change = (card: typeof he, phone: string, code = '000000') => door.changePhone(run, { card, phone, code })
    await expect(change(he, taken)).rejects.toThrow('residents.phone.taken')
    await expect(change({ ...he, name: '别人' }, newPhone())).rejects.toThrow('residents.identity.differs')
    await expect(change({ name: '某某', number: '331199194403020018' }, newPhone())).rejects.toThrow(
      /residents.(unknown|identity.differs)/,
    )
    const other = newPhone()
    clock.advance(61_000)
    const code = await askCode(other, { name: '吴丽萍', number: '331199199001010020' })
    await expect(change(he, other, code)).rejects.toThrow('residents.code.wrong')
  })
})
