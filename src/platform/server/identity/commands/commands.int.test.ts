import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/kernel/actor.ts'
import type { JurisdictionId, PersonId, PostId } from '#platform/kernel/ids.ts'
import { type Result, unwrap } from '#platform/kernel/result.ts'
import { runCommand } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { scopeOf } from '#platform/server/http/guard.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { plansOf } from '#platform/testing/plans.ts'
import { findActor } from '../actor-store.ts'
import { findJurisdiction } from '../jurisdiction-store.ts'
import { listHeldPosts, listHolders } from '../person-store.ts'
import { listIdentityRecord } from '../stream-store.ts'
import { decideAppointment, decideDismissal } from './appoint.ts'
import { carryOut } from './carry-out.ts'
import { decideDelegation, decideDelegationEnd } from './delegate.ts'
import { decideRegistration } from './register.ts'
import { decideTightening } from './tighten.ts'

const jurisdiction = '331199' as JurisdictionId
const now = new Date('2026-11-22T01:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const post = (id: string) => id as PostId

let database: TestDatabase
let people: Map<string, PersonId>
let key = 0

beforeAll(async () => {
  database = await testDatabase()
  const pack = await applyTestCounty(database, days(-1))
  people = new Map(pack.people.map(({ login, id }) => [login, id]))
})
afterAll(() => database.close())

const personOf = (login: string) => people.get(login) ?? ('' as PersonId)
const asSystem = <T>(work: (tx: Transaction) => Promise<T>) => database.asSystem(jurisdiction, work)

async function actorOf(login: string, held: string, at = now): Promise<Actor> {
  const found = await asSystem((tx) => findActor(tx, { jurisdiction, person: personOf(login), post: post(held) }, at))
  if (!found) throw new Error(`${login} does not hold ${held}`)
  return found.actor
}

function command<T>(actor: Actor, decide: Parameters<typeof runCommand<T>>[2]): Promise<Result<T>> {
  key += 1
  return runCommand(database, { actor, scope: scopeOf(actor), key: `k${key}`, route: 'TEST', input: key, now }, decide)
}

async function codeOf(answer: Promise<Result<unknown>>): Promise<string> {
  const given = await answer
  return given.ok ? 'ok' : given.refusal.code
}

describe('the security administrator', () => {
  const doerOf = async () => ({ jurisdiction, actor: await actorOf('sunli', 'county.security'), now })
  const appoint = async (login: string, to: string) => {
    const doer = await doerOf()
    return command(doer.actor, (tx) => decideAppointment(tx, doer, { person: personOf(login), post: post(to) }))
  }

  test('appoints and dismisses, and the record tells it of the person and of the post', async () => {
    const { appointment } = unwrap(await appoint('lixiaoyan', 'jiaotong.clerk'))
    expect((await actorOf('lixiaoyan', 'jiaotong.clerk')).permissions.get('projects.report')).toBe('own')
    const doer = await doerOf()
    unwrap(await command(doer.actor, (tx) => decideDismissal(tx, doer, { appointment })))
    await expect(actorOf('lixiaoyan', 'jiaotong.clerk')).rejects.toThrow('does not hold')
    const told = await database.asOwner<{ stream: string; kind: string }>(
      `select stream, kind from journal.entry where stream = any($1) order by stream, version`,
      [[`identity.person/${personOf('lixiaoyan')}`, 'identity.post/jiaotong.clerk']],
    )
    expect(told.map(({ kind }) => kind)).toEqual([
      'identity.appointed',
      'identity.dismissed',
      'identity.appointed',
      'identity.dismissed',
    ])
  })

  test('never appoints or dismisses oneself', async () => {
    expect(await codeOf(appoint('sunli', 'fagai.clerk'))).toBe('identity.appointment.oneself')
  })

  test('cannot make one person two of the three administrators, even by two commands at once', async () => {
    expect(await codeOf(appoint('makun', 'county.system'))).toBe('identity.administrator.twice')
    const both = await Promise.all([
      codeOf(appoint('zhoumin', 'county.system')),
      codeOf(appoint('zhoumin', 'county.audit')),
    ])
    expect(both.toSorted()).toEqual(['identity.administrator.twice', 'ok'])
  })

  test('cannot fill one seat twice, even by two commands at once', async () => {
    const both = await Promise.all([
      codeOf(appoint('zhangwei', 'fagai-xiangmu.director')),
      codeOf(appoint('lixiaoyan', 'fagai-xiangmu.director')),
    ])
    expect(both.toSorted()).toEqual(['identity.appointment.seats', 'ok'])
  })

  test('tightens sign-in and cannot loosen it', async () => {
    const doer = await doerOf()
    const tighten = (input: object) => command(doer.actor, (tx) => decideTightening(tx, doer, input))
    expect(unwrap(await tighten({ idleMinutes: 10 })).idleMinutes).toBe(10)
    expect(await codeOf(tighten({ idleMinutes: 25 }))).toBe('identity.settings.loosened')
    expect(await codeOf(tighten({ passwordLength: 9, failures: 4 }))).toBe('identity.settings.loosened')
    const county = await asSystem((tx) => findJurisdiction(tx, jurisdiction))
    expect(county?.tightened).toEqual({ idleMinutes: 10 })
  })
})

describe('a post delegated for a leave', () => {
  const leave = { post: post('fagai.director'), from: now, until: days(5), reason: '年休假' }
  const delegate = (actor: Actor, changed: object = {}) => {
    const wanted = { ...leave, of: personOf('wangjianguo'), to: personOf('zhangwei'), ...changed }
    return command(actor, (tx) => decideDelegation(tx, { actor, now }, wanted))
  }

  test('gives its powers until the leave ends, and then ends by itself', async () => {
    const director = await actorOf('wangjianguo', 'fagai.director')
    unwrap(await delegate(director))
    expect((await actorOf('zhangwei', 'fagai.director', days(4.99))).permissions.get('projects.accept')).toBe('subtree')
    await expect(actorOf('zhangwei', 'fagai.director', days(5))).rejects.toThrow('does not hold')
    const holders = await asSystem((tx) => listHolders(tx, jurisdiction, 'fagai.director', days(1)))
    expect(holders.map(({ name, forPerson }) => [name, forPerson])).toEqual([
      ['王建国', null],
      ['张伟', personOf('wangjianguo')],
    ])
    const held = await asSystem((tx) => listHeldPosts(tx, jurisdiction, personOf('zhangwei'), days(1)))
    expect(held.find((one) => one.post === 'fagai.director')?.until).toEqual(days(5))
  })

  test('is not delegated on by the delegate, and not by a colleague without the power', async () => {
    const delegated = await actorOf('zhangwei', 'fagai.director', days(1))
    const onward = { of: personOf('zhangwei'), to: personOf('lixiaoyan') }
    expect(await codeOf(delegate(delegated, onward))).toBe('identity.delegation.not-holder')
    const clerk = await actorOf('lixiaoyan', 'fagai-xiangmu.clerk')
    expect(await codeOf(delegate(clerk, { to: personOf('lixiaoyan') }))).toBe('permission.reach')
    const other = await actorOf('zhoumin', 'jiaotong.director')
    expect(await codeOf(delegate(other, { to: personOf('zhoumin') }))).toBe('permission.reach')
  })

  test('can be taken back before its time', async () => {
    const director = await actorOf('wangjianguo', 'fagai.director')
    const { appointment } = unwrap(await delegate(director, { to: personOf('lixiaoyan') }))
    unwrap(await command(director, (tx) => decideDelegationEnd(tx, { actor: director, now: days(1) }, { appointment })))
    await expect(actorOf('lixiaoyan', 'fagai.director', days(1))).rejects.toThrow('does not hold')
    expect(
      await codeOf(
        command(director, (tx) => decideDelegationEnd(tx, { actor: director, now: days(1) }, { appointment })),
      ),
    ).toBe('identity.appointment.unknown')
  })
})

describe('the operator at the machine', () => {
  const doer = { jurisdiction, actor: { system: 'cli' }, now } as const
  const register = (login: string, name: string) =>
    carryOut(database, jurisdiction, (tx) => decideRegistration(tx, doer, { login, name }))

  test('registers a person, whose login nobody else has', async () => {
    unwrap(await register('yelong', '叶𬭎'))
    expect(await codeOf(register('yelong', '叶龙'))).toBe('identity.person.login-taken')
    expect(await codeOf(register('Ye Long', '叶龙'))).toBe('identity.person.login')
    expect(await codeOf(register('yelong2', '<b>叶龙</b>'))).toBe('identity.person.name')
  })
})

test('the record of accounts and powers is read by its own index, not among everything that is recorded', async () => {
  const [plan] = await asSystem((tx) => plansOf(tx, (all) => listIdentityRecord(all, jurisdiction, { limit: 50 })))
  expect(plan).toContain('entry_of_identity')
})
