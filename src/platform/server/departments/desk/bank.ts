import { createHash } from 'node:crypto'

type Body = Readonly<Record<string, unknown>>
type Answer = { readonly status: number; readonly answer: unknown }

/** A payment that the bank has taken. */
export type Payment = { readonly key: string; readonly body: Body; readonly reference: string }

/**
 * A bank with a ledger of its own. An order under a number that it knows is the same order, and gets the same answer: what it took is not
 * paid twice, what it refused or closed is never paid.
 */
export type Bank = {
  take(key: string, body: Body): Answer
  /** Closes a number (关单): it was paid before, or never will be. */
  close(key: string): Answer
  readonly ledger: readonly Payment[]
}

type Fault = { readonly code: string; readonly reason: string }
type Known = { readonly body: Body | undefined; readonly fault: Fault }

/** Opens the bank. It refuses what is no payment, and a number that comes again with another order. */
export function openBank(): Bank {
  const ledger: Payment[] = []
  const refused = new Map<string, Known>()
  const paused = new Set<string>()
  const pausing = (account: string): Fault | undefined => {
    if (!account.endsWith('9996') || paused.has(account)) return undefined
    paused.add(account)
    return suspended
  }
  const paidAs = (key: string) => ledger.find((payment) => payment.key === key)
  return {
    ledger,
    take: (key, body) => {
      const known = paidAs(key) ?? refused.get(key)
      if (known?.body && JSON.stringify(known.body) !== JSON.stringify(body)) return refusal(409, otherOrder)
      if (known && 'reference' in known) return { status: 200, answer: { reference: known.reference } }
      if (known) return refusal(422, known.fault)
      const fault = faultOf(key, body) ?? pausing(String(body.account))
      if (fault !== undefined) {
        refused.set(key, { body, fault })
        return refusal(422, fault)
      }
      const reference = `B${createHash('sha256').update(key).digest('hex').slice(0, 16).toUpperCase()}`
      ledger.push({ key, body, reference })
      return { status: 200, answer: { reference } }
    },
    close: (key) => {
      const paid = paidAs(key)
      if (paid) return { status: 200, answer: { reference: paid.reference, state: 'paid' } }
      if (!refused.has(key)) refused.set(key, { body: undefined, fault: closed })
      return { status: 200, answer: { reference: key, state: 'closed' } }
    },
  }
}

const otherOrder: Fault = { code: 'number-taken', reason: '同一流水号的指令内容不同' }
const suspended: Fault = { code: 'receiver-suspended', reason: '收款银行当日暂停入账' }
const closed: Fault = { code: 'number-closed', reason: '流水号已关闭' }

function refusal(status: number, { code, reason }: Fault): Answer {
  return { status, answer: { code, reason } }
}

/** Its accounts: one that ends in 0000 it does not know, 9998 is closed, 9997 is in another name; to 9996 its first order fails. */
function faultOf(key: string, { amountYuan, account }: Body): Fault | undefined {
  if (key === '') return { code: 'number-missing', reason: '没有流水号' }
  if (typeof amountYuan !== 'number' || !(amountYuan > 0)) return { code: 'amount-invalid', reason: '金额不对' }
  if (typeof account !== 'string' || account === '' || account.endsWith('0000'))
    return { code: 'account-unknown', reason: '账号不存在' }
  if (account.endsWith('9998')) return { code: 'account-closed', reason: '账户已销户' }
  if (account.endsWith('9997')) return { code: 'name-differs', reason: '户名不符' }
  return undefined
}
