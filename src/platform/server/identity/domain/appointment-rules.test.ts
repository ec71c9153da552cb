import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { administrators } from './administrators.ts'
import { appointable, type CandidateFacts, delegable, type PostFacts } from './appointment-rules.ts'

const [me, you, third] = ['me', 'you', 'third'] as PersonId[] as [PersonId, PersonId, PersonId]
const post: PostFacts = { id: 'fagai.director' as PostId, title: '局长', seats: 1, administrator: null, holders: [you] }
const candidate: CandidateFacts = { id: third, name: '李晓燕', posts: [], administrators: [] }
const now = new Date('2026-11-22T00:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const leave = { of: you, from: now, until: days(10), now }

const codeOf = (answer: ReturnType<typeof appointable>) => (answer.ok ? 'ok' : answer.refusal.code)

describe('an appointment', () => {
  test('is never one’s own doing', () => {
    expect(codeOf(appointable({ ...post, holders: [] }, { ...candidate, id: me }, me))).toBe(
      'identity.appointment.oneself',
    )
  })

  test('needs a free seat, and is not made twice', () => {
    expect(codeOf(appointable(post, candidate, me))).toBe('identity.appointment.seats')
    expect(codeOf(appointable({ ...post, seats: 2 }, candidate, me))).toBe('ok')
    expect(codeOf(appointable({ ...post, seats: 2 }, { ...candidate, posts: [post.id] }, me))).toBe(
      'identity.appointment.held',
    )
  })
})

describe('a delegation', () => {
  test('is for a leave of somebody who holds the post of their own right', () => {
    expect(codeOf(delegable(post, candidate, leave))).toBe('ok')
    expect(codeOf(delegable(post, candidate, { ...leave, of: me }))).toBe('identity.delegation.not-holder')
    expect(codeOf(delegable(post, { ...candidate, id: you }, leave))).toBe('identity.appointment.held')
  })

  test('has an end that lies ahead and is not too far', () => {
    expect(codeOf(delegable(post, candidate, { ...leave, until: now }))).toBe('identity.delegation.over')
    expect(codeOf(delegable(post, candidate, { ...leave, from: days(-9), until: days(-1) }))).toBe(
      'identity.delegation.over',
    )
    expect(codeOf(delegable(post, candidate, { ...leave, until: days(181) }))).toBe('identity.delegation.long')
  })
})

test('nobody ever becomes two of the three administrators, neither by appointment nor by delegation', () => {
  const one = fc.constantFrom(...administrators)
  fc.assert(
    fc.property(one, fc.array(one, { maxLength: 1 }), (kind, held) => {
      const wanted = { ...post, seats: 5, administrator: kind }
      const who = { ...candidate, administrators: held }
      const allowed = held.every((other) => other === kind)
      expect(appointable(wanted, who, me).ok).toBe(allowed)
      expect(delegable(wanted, who, leave).ok).toBe(allowed)
    }),
  )
})
