import type { Signer, Suite } from './signer.ts'

/** What keys are for: a key of one purpose never signs for another. */
export const purposes = ['credentials', 'wallet', 'papers'] as const

/**
 * `credentials`: documents, status lists and short codes of the county; `wallet`: what holders show, bound by the wallet that
 * the county keeps for them; `papers`: the PDF files that leave the platform.
 */
export type Purpose = (typeof purposes)[number]

/** The suites that a purpose has a key of. */
export const suitesOf: Readonly<Record<Purpose, readonly Suite[]>> = {
  credentials: ['EdDSA', 'SM2'],
  wallet: ['EdDSA', 'SM2'],
  papers: ['ES256'],
}

/** A public key as it is told to verifiers. */
export type PublishedKey = {
  readonly keyId: string
  readonly suite: Suite
  readonly purpose: Purpose
  /** When it began to sign. */
  readonly from: string
  /** When another took its place: what it signed before still counts. */
  readonly until: string | null
  /** PEM (SPKI). */
  readonly publicKey: string
  /** PEM (X.509) of a key for papers, whose readers want one. */
  readonly certificate: string | null
}

/**
 * Where the keys are. `softwareKeys` keeps them in a file of the data folder; a hardware module (GM/T 0018) or a key service
 * stands behind the same questions, and then no private key is in this process at all.
 */
export type CryptoProvider = {
  /** The key that signs at present for a purpose. */
  signer(purpose: Purpose, suite: Suite): Signer
  /** A key by its id, also one that another has replaced: for what was bound to it. Throws where there is none. */
  signerOf(purpose: Purpose, keyId: string): Signer
  /** Every key that ever signed for a purpose, the newest first. */
  published(purpose?: Purpose): readonly PublishedKey[]
  /** Puts a new key in the place of the present one. */
  rotate(purpose: Purpose, suite: Suite, now: Date): Signer
}
