import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutcomeState } from './outcome.ts'
import { mayGoTo, mayOrderAnew, paymentNumber } from './payment.ts'

const states: readonly OutcomeState[] = ['ordered', 'done', 'failed', 'returned']
const account = fc.stringMatching(/^\d{8,32}$/)

test('no two payments of cases go out under one number', () => {
  const payment = fc.record({
    case: fc.uuid(),
    outcome: fc.stringMatching(/^[a-z-]{1,10}$/),
    order: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(payment, payment, (one, other) => {
      const isSame = one.case === other.case && one.outcome === other.outcome && one.order === other.order
      const [first, second] = [one, other].map((of) => paymentNumber(of.case, of.outcome, of.order))
      expect(first === second).toBe(isSame)
    }),
  )
})

test('only what the bank gave back goes to another account, and never again to one that it does not know', () => {
  const reason = fc.constantFrom('account-unknown', 'account-closed', 'name-differs')
  fc.assert(
    fc.property(fc.constantFrom(...states), reason, account, account, (state, trouble, before, given) => {
      expect(mayGoTo(given, { state, trouble, account: before }).ok).toBe(
        state === 'returned' && !(trouble === 'account-unknown' && given === before),
      )
    }),
  )
  const same = { state: 'returned', account: '62170000' } as const
  expect(mayGoTo('62170000', { ...same, trouble: 'account-unknown' }).ok).toBe(false)
  expect(mayGoTo('62170000', { ...same, trouble: 'name-differs' }).ok).toBe(true)
})

test('only what the bank did not take is ordered anew as it is: nothing that it paid, that it may still pay, or that has no amount', () => {
  const trouble = fc.constantFrom(null, 'account-unknown', 'casework.payment.refused', 'casework.payment.no-amount')
  fc.assert(
    fc.property(fc.constantFrom(...states), trouble, (state, why) => {
      expect(mayOrderAnew({ state, trouble: why })).toBe(state === 'failed' && why === 'casework.payment.refused')
    }),
  )
})
