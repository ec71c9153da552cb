const endOfDirectory = 0x06054b50
const entry = 0x02014b50

/** What a zip file says it unpacks to, from its central directory; nothing where the bytes are no zip file. */
export function unpackedBytes(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endOfDirectory) return undefined
  let at = zip.readUInt32LE(end + 16)
  let bytes = 0
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === entry) {
    bytes += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return bytes
}
