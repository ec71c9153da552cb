import type { z } from 'zod'
import { isCreditCode, mask, readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { ok } from '#platform/kernel/result.ts'
import { hashOfSubject, listLookRowsAt } from '#platform/server/data-hub/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { looks } from '../contract/routes/looks.ts'
import { looksWithNames } from './views/looks.ts'

type Input = z.infer<(typeof looks)['looksAtSubject']['~orpc']['inputSchema'] & z.ZodType>

const faults = {
  length: '位数不对',
  characters: '含有不允许的字符',
  date: '出生日期不存在',
  'check-digit': '校验码不符',
} as const

/** Who looked at somebody's data, for somebody who asks for it at the counter; that it was looked at is itself on record. */
export async function lookAtSubject(services: Services, call: CallContext['call'], input: Input) {
  const number = readNumber(input)
  const hash = hashOfSubject(services.personalData, { kind: input.kind, number })
  const rows = await call.command(async (tx, { actor, now }) => {
    const { jurisdiction, person, post, organisation } = actor
    const id = newEntryId()
    const entry = {
      ...{ id, jurisdiction, stream: `data-hub.subject-look/${id}`, version: 1, kind: 'data-hub.subject.looked-at' },
      ...{ recordedAt: now, actor: { person, post, organisation }, readers: [organisation] },
      payload: { subject: hash.toString('hex'), reason: input.reason },
    }
    const before = input.before === undefined ? new Date(now.getTime() + 1000) : new Date(input.before)
    const found = await listLookRowsAt(tx, jurisdiction, { subject: hash, before, limit: 50 })
    return ok({ answer: await looksWithNames(services, tx, found), entries: [entry], writes: [] })
  })
  return { looks: rows, masked: mask(input.kind === 'person' ? 'identity-number' : 'none', number) }
}

function readNumber({ kind, number }: Input): string {
  if (kind === 'enterprise')
    return isCreditCode(number) ? number : refused('data-hub.subject.number-wrong', { fault: '不是统一社会信用代码' })
  const read = readIdentityNumber(number)
  return 'number' in read ? read.number : refused('data-hub.subject.number-wrong', { fault: faults[read.fault] })
}
