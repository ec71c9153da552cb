import type { Finding } from './finding.ts'
import type { Verdict } from './verify-export.ts'

/** A sentence in both languages. */
export type Sentence = { readonly zh: string; readonly en: string }

/** What a verdict says to the person who asked for it, the main thing first. */
export function tellVerdict(verdict: Verdict): readonly Sentence[] {
  return [mainSentence(verdict), ...verdict.findings.slice(0, 10).map(tellFinding), ...remarks(verdict)]
}

function mainSentence({ verdict, size, findings }: Verdict): Sentence {
  if (verdict === 'proven') {
    return {
      zh: `核验通过：${size} 条记录与外部存证头一致，无改动、删除、插入或换位。`,
      en: `Proven: ${size} entries agree with the outside head; none was changed, deleted, inserted or reordered.`,
    }
  }
  if (verdict === 'truncation-unprovable') {
    return {
      zh: `已有的 ${size} 条记录未见改动；但没有外部存证头，不能排除末尾被截去。请用 --head 给出另行取得的存证头。`,
      en: `The ${size} entries present are unchanged; but without an outside head it cannot be excluded that the end was cut off. Give one with --head.`,
    }
  }
  return {
    zh: `核验不通过：发现 ${findings.length} 处，第一处如下。`,
    en: `Not proven: ${findings.length} finding(s), the first one first.`,
  }
}

function remarks({ payloadsMissing, payloadsMissingWithoutOrder }: Verdict): readonly Sentence[] {
  if (payloadsMissing === 0) return []
  return [
    {
      zh: `其中 ${payloadsMissing} 条的内容已清除，证明不受影响；${payloadsMissingWithoutOrder} 条没有清除决定的记录。`,
      en: `The payloads of ${payloadsMissing} entries are erased, which leaves the proof whole; ${payloadsMissingWithoutOrder} of them without an entry that orders it.`,
    },
  ]
}

const sentences: Readonly<Record<Finding['kind'], (finding: Finding) => Sentence>> = {
  changed: ({ part }) => ({
    zh: `${{ header: '记录', payload: '内容', position: '位次号' }[part ?? 'header']}被改动`,
    en: `${part ?? 'header'} changed`,
  }),
  deleted: () => ({ zh: '记录被删除', en: 'entry deleted' }),
  inserted: () => ({ zh: '插入了从未封存的记录', en: 'entry inserted that was never sealed' }),
  reordered: () => ({ zh: '记录被换位', en: 'entry reordered' }),
  'between-heads': () => ({
    zh: '此范围内有改动，且叶哈希一并被改，无法再指明是哪一条',
    en: 'something in this range was changed together with the leaf hashes; the export no longer tells which entry',
  }),
  truncated: () => ({ zh: '末尾被截去', en: 'the end was cut off' }),
  uncovered: () => ({ zh: '没有任何签名的存证头覆盖这些记录', en: 'no signed head covers these entries' }),
  rewritten: () => ({
    zh: '与外部存证头不符：整份记录被替换并重新签名',
    en: 'disagrees with the outside head: the record was replaced and signed anew',
  }),
  'head-forged': () => ({ zh: '存证头被改动', en: 'head changed' }),
  'head-foreign': () => ({ zh: '存证头属于另一辖区', en: 'head of another jurisdiction' }),
  'head-misplaced': () => ({ zh: '存证头重复或次序颠倒', en: 'head repeated or out of order' }),
  'head-missing': () => ({ zh: '此前的存证头被删除', en: 'the head before was deleted' }),
  'head-unknown-key': () => ({ zh: '存证头由未给出的公钥签署', en: 'head signed by a key that was not given' }),
  'leaves-changed': () => ({ zh: '存证头行内的叶哈希被改动', en: 'leaf hashes in the head line changed' }),
  unreadable: () => ({ zh: '此行无法读取', en: 'line unreadable' }),
}

/** Where and what, as `位次 17（第 20 行，编号 0192…）：记录被改动`. */
export function tellFinding(finding: Finding): Sentence {
  const { position, until, line, entry } = finding
  const range = until === undefined || until === position + 1 ? `${position}` : `${position}–${until - 1}`
  const { zh, en } = sentences[finding.kind](finding)
  const placeZh = [line && `第 ${line} 行`, entry && `编号 ${entry}`].filter(Boolean).join('，')
  const placeEn = [line && `line ${line}`, entry && `entry ${entry}`].filter(Boolean).join(', ')
  return {
    zh: `位次 ${range}${placeZh && `（${placeZh}）`}：${zh}。`,
    en: `Position ${range}${placeEn && ` (${placeEn})`}: ${en}.`,
  }
}
