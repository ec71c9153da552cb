/** Why a bank gives a payment back for good (银行退回), by the code with which it answers; no more tries mend it, another account does. */
export const paymentReturns = {
  'account-unknown': { zh: '银行没有这个账户', en: 'the bank knows no such account' },
  'account-closed': { zh: '账户已经销户', en: 'the account is closed' },
  'name-differs': { zh: '户名与申请人不一致', en: 'the account is in another name' },
} as const

export type PaymentReturn = keyof typeof paymentReturns

/** Whether what a bank said is one of them. */
export function isPaymentReturn(code: string | null | undefined): code is PaymentReturn {
  return code != null && Object.hasOwn(paymentReturns, code)
}
