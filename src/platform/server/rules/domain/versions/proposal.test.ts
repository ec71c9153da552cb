import { expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { literal, modelText } from '../../fixtures/model-text.ts'
import { readDocument } from '../check/read-document.ts'
import { decideProposal, propose } from './proposal.ts'

const today = '2026-11-22'
const text = (expression: string, name = '资格') =>
  modelText({ 月数: 'number' }, [{ name, logic: literal(expression) }])
const present = { xml: text('月数 >= 3') }
const matter = { by: '租房提取', decision: '资格', facts: ['月数'] }

function proposed(xml: string, effectiveFrom = '2026-12-01') {
  const result = propose({ reading: unwrap(readDocument(xml)), xml, effectiveFrom }, present, [matter], today)
  return result.ok ? 'ok' : result.refusal.code
}

it('a version that changes something, can be read and holds from a later day may be proposed', () => {
  expect(proposed(text('月数 >= 6'))).toBe('ok')
})

it('a version like the present one, or from today or before, is refused', () => {
  expect(proposed(present.xml)).toBe('rules.proposal.same')
  expect(proposed(text('月数 >= 6'), today)).toBe('rules.proposal.day-past')
})

it('a version with an expression that cannot be read is refused with its place', () => {
  expect(proposed(text('月数 >='))).toBe('rules.proposal.faulty')
})

it('a version that a matter could no longer ask is refused', () => {
  expect(proposed(text('月数 >= 6', '别的'))).toBe('rules.proposal.decision-gone')
  const more = modelText({ 月数: 'number', 收入: 'number' }, [{ name: '资格', logic: literal('月数 > 收入') }])
  expect(proposed(more)).toBe('rules.proposal.fact-unknown')
})

const waiting = { state: 'waiting', proposedBy: 'a', effectiveFrom: '2026-12-01' } as const
const decided = (act: 'approve' | 'reject' | 'withdraw', person: string, over = {}, day = today) => {
  const result = decideProposal({ ...waiting, ...over }, act, { person, today: day })
  return result.ok ? result.value : result.refusal.code
}

it('another person approves or rejects; who proposed it withdraws', () => {
  expect(decided('approve', 'b')).toBe('approved')
  expect(decided('reject', 'b')).toBe('rejected')
  expect(decided('withdraw', 'a')).toBe('withdrawn')
  expect(decided('approve', 'a')).toBe('rules.proposal.own')
  expect(decided('withdraw', 'b')).toBe('rules.proposal.not-own')
})

it('what is decided stays decided, and a day that has passed is not approved', () => {
  for (const state of ['approved', 'rejected', 'withdrawn'] as const)
    for (const act of ['approve', 'reject'] as const)
      expect(decided(act, 'b', { state })).toBe('rules.proposal.decided')
  expect(decided('approve', 'b', {}, '2026-12-02')).toBe('rules.proposal.day-past')
})
