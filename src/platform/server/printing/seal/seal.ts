import { createHash } from 'node:crypto'
import type { CryptoProvider, Verifier } from '#platform/server/signing/index.ts'
import { makeCms, readCms, type SealKey } from './cms.ts'
import { bytesSigned, fillSignature, readSignature, withSignatureField } from './signature-field.ts'

/** What papers are sealed with at present. Throws where the provider has no key with a certificate for papers. */
export function sealKeyOf(crypto: CryptoProvider): SealKey {
  const present = crypto.published('papers').find(({ until, certificate }) => until === null && certificate !== null)
  if (!present?.certificate) throw new Error('there is no key with a certificate for papers')
  return { signer: crypto.signerOf('papers', present.keyId), certificate: present.certificate }
}

/**
 * Seals a PDF that the printer made, by a signature over all of it (PAdES baseline B-B, ETSI EN 319 142-1): whoever changes a byte of it
 * afterwards, or adds one, breaks the seal. `at` is the time that readers show.
 */
export async function sealPdf(pdf: Buffer, key: SealKey, at: Date): Promise<Buffer> {
  const prepared = withSignatureField(pdf, at)
  const digest = createHash('sha256').update(bytesSigned(prepared)).digest()
  return fillSignature(prepared, await makeCms(digest, key))
}

/**
 * How a PDF stands to the seals of those keys: `whole`, every byte is under a seal of theirs; `broken`, it was sealed and changed or added to
 * since, or sealed by somebody else; `none`.
 */
export type SealState = 'whole' | 'broken' | 'none'

/** Looks at the last seal of a PDF; pure but for the signature's arithmetic. */
export function sealStateOf(pdf: Buffer, keys: ReadonlyMap<string, Verifier>): SealState {
  const signature = readSignature(pdf)
  if (signature === undefined) return 'none'
  if (!signature.coversAll) return 'broken'
  const cms = readCms(signature.cms)
  const key = cms && keys.get(cms.keyId)
  const digest = createHash('sha256').update(signature.signed).digest()
  return key && cms.digest.equals(digest) && key.verifies(cms.signed, cms.signature) ? 'whole' : 'broken'
}
