import { fromBER, Integer, Sequence } from 'asn1js'

const half = 32

/** A signature of ECDSA on a curve of 256 bits as certificates and CMS write it (DER), of its 64 bytes. */
export function derOfEcdsa(signature: Uint8Array): Buffer {
  const numbers = [signature.subarray(0, half), signature.subarray(half)].map((bytes) =>
    Integer.fromBigInt(BigInt(`0x${Buffer.from(bytes).toString('hex')}`)),
  )
  return Buffer.from(new Sequence({ value: numbers }).toBER())
}

/** The 64 bytes of a signature written as DER; nothing where it is none. */
export function ecdsaOfDer(der: Uint8Array): Buffer | undefined {
  const { offset, result } = fromBER(Uint8Array.from(der).buffer)
  const numbers = result instanceof Sequence ? result.valueBlock.value : []
  if (offset !== der.length || numbers.length !== 2) return undefined
  const halves = numbers.map((one) => (one instanceof Integer ? bytesOf(one.toBigInt()) : undefined))
  return halves.every((one) => one !== undefined) ? Buffer.concat(halves) : undefined
}

function bytesOf(number: bigint): Buffer | undefined {
  const hex = number.toString(16)
  return number > 0n && hex.length <= half * 2 ? Buffer.from(hex.padStart(half * 2, '0'), 'hex') : undefined
}
