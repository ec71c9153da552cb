import { BitString, Integer, Utf8String } from 'asn1js'
import { AlgorithmIdentifier, AttributeTypeAndValue, Certificate, Extension, PublicKeyInfo, Time } from 'pkijs'
import { derOfEcdsa } from './ecdsa-der.ts'
import type { LocalSigner } from './es256.ts'
import { derBlocks, pemOf } from './pem.ts'

/** ECDSA with SHA-256 (RFC 5758). */
export const ecdsaWithSha256 = '1.2.840.10045.4.3.2'
const oids = { commonName: '2.5.4.3', keyUsage: '2.5.29.15' }
/** BIT STRING: digitalSignature and nonRepudiation. */
const forSignatures = Buffer.from('030206c0', 'hex')
const years = 10

/**
 * A certificate (X.509, PEM) of a key on P-256 that the key signs itself: readers of PDF show the name in it, and rely on it once somebody
 * has added it to what they trust. A county that has one of a licensed authority brings a key service that holds it.
 */
export function selfSigned(signer: LocalSigner, organisation: string, from: Date): string {
  const algorithm = new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 })
  const [spki = Buffer.alloc(0)] = derBlocks('PUBLIC KEY', signer.publicKey)
  const certificate = new Certificate({
    version: 2,
    serialNumber: Integer.fromBigInt(BigInt(`0x${signer.keyId}`)),
    notBefore: timeOf(from),
    notAfter: timeOf(new Date(Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate()))),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(Uint8Array.from(spki).buffer),
    extensions: [new Extension({ extnID: oids.keyUsage, critical: true, extnValue: exact(forSignatures) })],
    signature: algorithm,
    signatureAlgorithm: algorithm,
  })
  const name = new AttributeTypeAndValue({ type: oids.commonName, value: new Utf8String({ value: organisation }) })
  for (const party of [certificate.issuer, certificate.subject]) party.typesAndValues.push(name)
  const signed = certificate.encodeTBS().toBER()
  certificate.tbs = signed
  certificate.signatureValue = new BitString({ valueHex: exact(derOfEcdsa(signer.sign(new Uint8Array(signed)))) })
  return pemOf('CERTIFICATE', Buffer.from(certificate.toSchema(true).toBER()))
}

/** UTCTime has two digits for the year, and they end in 2049 (RFC 5280). */
function timeOf(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value })
}

function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
