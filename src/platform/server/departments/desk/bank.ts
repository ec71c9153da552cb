import { createHash } from 'node:crypto'

/** A payment that the bank has taken. */
export type Payment = {
  readonly key: string
  readonly body: Readonly<Record<string, unknown>>
  readonly reference: string
}

/** A bank with a ledger of its own: an order under a key that it knows is the same order. */
export type Bank = {
  take(key: string, body: Readonly<Record<string, unknown>>): { readonly status: number; readonly answer: unknown }
  readonly ledger: readonly Payment[]
}

/** Opens the bank. It refuses what is no payment, and a key that comes again with another order. */
export function openBank(): Bank {
  const ledger: Payment[] = []
  return {
    ledger,
    take: (key, body) => {
      const known = ledger.find((payment) => payment.key === key)
      if (known && JSON.stringify(known.body) !== JSON.stringify(body))
        return { status: 409, answer: { reason: '同一流水号的指令内容不同' } }
      if (known) return { status: 200, answer: { reference: known.reference } }
      const fault = faultOf(key, body)
      if (fault !== undefined) return { status: 422, answer: { reason: fault } }
      const reference = `B${createHash('sha256').update(key).digest('hex').slice(0, 16).toUpperCase()}`
      ledger.push({ key, body, reference })
      return { status: 200, answer: { reference } }
    },
  }
}

function faultOf(key: string, { amountYuan, account }: Readonly<Record<string, unknown>>): string | undefined {
  if (key === '') return '没有流水号'
  if (typeof amountYuan !== 'number' || !(amountYuan > 0)) return '金额不对'
  if (typeof account !== 'string' || account === '' || account.endsWith('0000')) return '账号不存在'
  return undefined
}
