import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { TreeHead } from '#platform/contract/journal-contract.ts'
import { type HeadVerifier, headVerifier } from '../head-verifier.ts'
import { type EntryProof, faultOfProof, type ProofFault } from '../proof.ts'
import { OutsideHeadForged, type Sentence, tellVerdict, type Verdict, verifyExport } from '../verify/index.ts'
import { type ExitStatus, type Report, Unusable } from './report.ts'

const statusOf: Readonly<Record<Verdict['verdict'], ExitStatus>> = { proven: 0, altered: 1, 'truncation-unprovable': 3 }

/** `journal verify`: needs the three kinds of files and nothing else. */
export async function verifyFiles(files: {
  readonly exported: string
  readonly heads: readonly string[]
  readonly publicKey: string
}): Promise<Report> {
  const verifyHead = await readPublicKey(files.publicKey)
  const outside = await Promise.all(files.heads.map(readHead))
  await (await open(files.exported).catch((error) => unusable(files.exported, error))).close()
  const stream = createReadStream(files.exported, { highWaterMark: 1 << 20 })
  try {
    const verdict = await verifyExport(stream, verifyHead, outside)
    return { status: statusOf[verdict.verdict], sentences: tellVerdict(verdict), json: verdict }
  } catch (error) {
    if (!(error instanceof OutsideHeadForged)) throw error
    throw new Unusable({ zh: '外部存证头不是由所给公钥签署的，不能作为依据。', en: error.message })
  }
}

const faultSentences: Readonly<Record<ProofFault, Sentence>> = {
  'header-changed': { zh: '证明不成立：记录被改动。', en: 'The proof does not hold: the entry was changed.' },
  'path-wrong': {
    zh: '证明不成立：记录不在此存证头之下。',
    en: 'The proof does not hold: the entry is not under this head.',
  },
  'head-forged': { zh: '证明不成立：存证头被改动。', en: 'The proof does not hold: the head was changed.' },
  'unknown-key': { zh: '存证头由未给出的公钥签署。', en: 'The head is signed by a key that was not given.' },
}

/** `journal check`: one proof, offline. */
export async function checkProofFile(file: string, publicKey: string): Promise<Report> {
  const verifyHead = await readPublicKey(publicKey)
  const proof = (await readJson(file)) as EntryProof
  const fault = faultIn(file, proof, verifyHead)
  if (fault !== undefined) return { status: 1, sentences: [faultSentences[fault]], json: { holds: false, fault } }
  const { header, position, head } = proof
  return {
    status: 0,
    sentences: [
      {
        zh: `证明成立：记录 ${header.id} 在位次 ${position}，存证头含 ${head.size} 条（${head.at}）。`,
        en: `The proof holds: entry ${header.id} stands at position ${position} under the head of ${head.size} entries (${head.at}).`,
      },
    ],
    json: { holds: true, entry: header.id, position, size: head.size },
  }
}

function faultIn(file: string, proof: EntryProof, verifyHead: HeadVerifier): ProofFault | undefined {
  try {
    return faultOfProof(proof, verifyHead)
  } catch {
    throw new Unusable({
      zh: `${file} 不是 journal prove 生成的证明。`,
      en: `${file} is not a proof made by journal prove.`,
    })
  }
}

async function readPublicKey(file: string): Promise<HeadVerifier> {
  const text = await readFile(file, 'utf8').catch((error) => unusable(file, error))
  try {
    return headVerifier(text)
  } catch {
    throw new Unusable({ zh: `${file} 中没有 PEM 公钥。`, en: `${file} holds no public key in PEM.` })
  }
}

/** A head as `journal head` or the API gives it: alone, or as the member `head`. */
async function readHead(file: string): Promise<TreeHead> {
  const content = (await readJson(file)) as { readonly head?: unknown } | null
  const parsed = TreeHead.safeParse(content?.head ?? content)
  if (parsed.success) return parsed.data
  throw new Unusable({ zh: `${file} 不是存证头。`, en: `${file} is not a tree head.` })
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error) => unusable(file, error))
  try {
    return JSON.parse(text)
  } catch {
    throw new Unusable({ zh: `${file} 不是 JSON。`, en: `${file} is not JSON.` })
  }
}

function unusable(file: string, { code, message }: NodeJS.ErrnoException): never {
  throw new Unusable({ zh: `无法读取 ${file}（${code}）。`, en: message })
}
