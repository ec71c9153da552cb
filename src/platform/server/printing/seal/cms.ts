import { createHash } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import {
  derBlocks,
  derOfEcdsa,
  ecdsaOfDer,
  ecdsaWithSha256,
  keyIdOf,
  type Signer,
} from '#platform/server/signing/index.ts'

/** The key that seals, with its certificate (PEM, X.509). */
export type SealKey = { readonly signer: Signer; readonly certificate: string }

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
}
const setOf = 0x31

/** A detached CMS signature (RFC 5652, DER) over what has that SHA-256, with the attributes that CAdES asks for. */
export async function makeCms(digest: Buffer, { signer, certificate }: SealKey): Promise<Buffer> {
  const [der = Buffer.alloc(0)] = derBlocks('CERTIFICATE', certificate)
  const read = Certificate.fromBER(exact(der))
  const attributes = inDerOrder([
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, new OctetString({ valueHex: exact(digest) })),
    attribute(oids.signingCertificate, certificateNamed(der)),
  ])
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes })
  const signature = derOfEcdsa(await signer.sign(asSet(Buffer.from(signedAttrs.toSchema().toBER()))))
  const sha256 = new AlgorithmIdentifier({ algorithmId: oids.sha256 })
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: [read],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: read.issuer, serialNumber: read.serialNumber }),
        digestAlgorithm: sha256,
        signedAttrs,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 }),
        signature: new OctetString({ valueHex: exact(signature) }),
      }),
    ],
  })
  const info = new ContentInfo({ contentType: oids.signedData, content: signedData.toSchema(true) })
  return Buffer.from(info.toSchema().toBER())
}

/** What a signature says of itself; nothing of it is believed yet. */
export type ReadCms = {
  /** Of the key in its certificate. */
  readonly keyId: string
  /** The SHA-256 that it says it signs. */
  readonly digest: Buffer
  /** The bytes under the signature, and the signature (64 bytes). */
  readonly signed: Buffer
  readonly signature: Buffer
}

/** Takes a detached CMS signature apart; nothing where it is none of ours. */
export function readCms(der: Buffer): ReadCms | undefined {
  try {
    const { signerInfos, certificates } = new SignedData({ schema: ContentInfo.fromBER(exact(der)).content })
    const [info, other] = signerInfos
    const [certificate] = certificates ?? []
    if (!info?.signedAttrs || other || !(certificate instanceof Certificate)) return undefined
    const digest = onlyValue(info.signedAttrs, oids.messageDigest)
    const signature = ecdsaOfDer(info.signature.valueBlock.valueHexView)
    if (!(digest instanceof OctetString) || !signature) return undefined
    return {
      keyId: keyIdOf(Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER())),
      digest: Buffer.from(digest.valueBlock.valueHexView),
      signed: asSet(Buffer.from(info.signedAttrs.encodedValue)),
      signature,
    }
  } catch {
    return undefined
  }
}

function attribute(type: string, value: object): Attribute {
  return new Attribute({ type, values: [value] })
}

/** SigningCertificateV2 (RFC 5035): so that no other certificate of the same key can be put in its place. */
function certificateNamed(der: Buffer): Sequence {
  const hash = new OctetString({ valueHex: exact(createHash('sha256').update(der).digest()) })
  const nested = [new Sequence({ value: [new Sequence({ value: [hash] })] })]
  return new Sequence({ value: nested })
}

/** A set is signed in the order of its encodings. */
function inDerOrder(attributes: readonly Attribute[]): Attribute[] {
  const encoded = attributes.map((one) => ({ one, der: Buffer.from(one.toSchema().toBER()) }))
  return encoded.sort((a, b) => a.der.compare(b.der)).map(({ one }) => one)
}

/** Attributes are signed as a set, and written under a tag of their own. */
function asSet(attributes: Buffer): Buffer {
  const set = Buffer.from(attributes)
  set[0] = setOf
  return set
}

function onlyValue({ attributes }: SignedAndUnsignedAttributes, type: string): unknown {
  const [first, other] = attributes.filter((one) => one.type === type)
  return other === undefined ? first?.values[0] : undefined
}

function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
