import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the journal refuses. */
export const refusals = defineRefusals({
  'journal.stream.moved': {
    status: 409,
    level: 'info',
    zh: '此事刚刚被他人办理，状态已变。请刷新后再办。',
    en: 'Somebody else has just acted on this, and its state has changed. Reload it and try again.',
  },
  'journal.entry.unknown': {
    status: 404,
    level: 'info',
    zh: '没有编号为 {entry} 的记录。请核对编号。',
    en: 'There is no entry {entry} in the record. Check the number.',
  },
  'journal.entry.unsealed': {
    status: 409,
    level: 'info',
    zh: '记录 {entry} 尚未封存。封存通常在一秒内完成，请稍后再取证明。',
    en: 'Entry {entry} is not sealed yet. Sealing usually takes less than a second; ask for the proof again shortly.',
  },
})
