import type { CredentialVerdict } from '#platform/contract/credential-verdict.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { type SealState, sealStateOf } from '#platform/server/printing/index.ts'
import type { TrustedKeys } from './read-jwt.ts'
import { nothing } from './verify-credential.ts'

const whole = {
  zh: 'PDF 签章完好，页面与签发时一致。',
  en: 'The seal of the PDF holds: its pages are as they were issued.',
}
const unsealed = {
  zh: '您给的 PDF 没有签章：有签名的只是这里列出的内容；页面上印的与此不一致的，以这里为准。',
  en: 'This PDF has no seal: what is listed here is signed, what its page shows is not. Where they differ, go by this.',
}
const broken = {
  zh: '这份 PDF 的签章已被破坏：签发后被改动过，或不是本县所签；不要采信，请持证人重新出示。',
  en: 'The seal of this PDF is broken: it was changed after it was issued, or somebody else sealed it. Do not rely on it; ask the holder to show it again.',
}

/** The verdict on the credential that a PDF carries, and on its pages, which may say anything else. */
export function judgePage(verdict: CredentialVerdict, pdf: Buffer, keys: TrustedKeys): CredentialVerdict {
  if (verdict.heading === null) return verdict
  const state = stateOf(pdf, keys)
  if (state === 'broken') return { ...nothing('altered', Date.parse(verdict.at)), sentence: broken }
  if (state === 'none') return { ...verdict, notes: [unsealed, ...verdict.notes] }
  const { zh, en } = verdict.sentence
  return { ...verdict, sentence: { zh: zh + whole.zh, en: `${en} ${whole.en}` } }
}

/** The verdict on a PDF that carries no credential, by its seal; nothing where it has none. */
export function judgePaper(pdf: Buffer, keys: TrustedKeys, now: Instant): CredentialVerdict | undefined {
  const state = stateOf(pdf, keys)
  if (state === 'none') return undefined
  return state === 'whole' ? nothing('paper', now) : { ...nothing('altered', now), sentence: broken }
}

function stateOf(pdf: Buffer, keys: TrustedKeys): SealState {
  const ofPapers = [...keys].filter(([, { purpose }]) => purpose === 'papers')
  return sealStateOf(pdf, new Map(ofPapers.map(([id, { verifier }]) => [id, verifier])))
}
