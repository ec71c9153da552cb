const zip = [0x50, 0x4b, 0x03, 0x04]
const compound = [0xd0, 0xcf, 0x11, 0xe0]

/** Phones name one kind of picture like another, or not at all; what is no picture’s name would be run by whoever saves it. */
const pictures = ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'heic', '']

const known: readonly {
  readonly type: string
  readonly starts: readonly number[]
  readonly extensions: readonly string[]
}[] = [
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff], extensions: pictures },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47], extensions: pictures },
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46], extensions: ['pdf', ''] },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', starts: zip, extensions: ['xlsx'] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    starts: zip,
    extensions: ['docx'],
  },
  { type: 'application/zip', starts: zip, extensions: ['zip', 'ofd'] },
  { type: 'application/vnd.ms-excel', starts: compound, extensions: ['xls', 'et'] },
  { type: 'application/msword', starts: compound, extensions: ['doc', 'wps'] },
  { type: 'text/csv', starts: [], extensions: ['csv', 'txt'] },
  { type: 'application/xml', starts: [], extensions: ['xml'] },
]

/** The media type by the first bytes and the name's extension, never by what the sender says; nothing for what is not taken. */
export function mediaTypeOf(head: Buffer, name: string): string | undefined {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const webp = head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP'
  if (webp) return pictures.includes(extension) ? 'image/webp' : undefined
  return known.find(
    ({ starts, extensions }) => starts.every((byte, index) => head[index] === byte) && extensions.includes(extension),
  )?.type
}
