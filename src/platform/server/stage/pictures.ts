import { crc32, deflateSync } from 'node:zlib'

const width = 320
const height = 240
type Colour = readonly [number, number, number]

/** The colours at the top and at the bottom. */
type Sky = readonly [Colour, Colour]

const skies: readonly Sky[] = [
  [
    [92, 138, 176],
    [214, 224, 222],
  ],
  [
    [122, 150, 104],
    [226, 228, 200],
  ],
  [
    [168, 132, 98],
    [236, 222, 200],
  ],
  [
    [104, 116, 132],
    [206, 212, 218],
  ],
  [
    [150, 108, 116],
    [234, 216, 214],
  ],
]

/** A few plain pictures, 320 by 240, that stand where photographs would: they show nothing and pretend nothing. PNG. */
export function makePictures(): readonly Buffer[] {
  return skies.map(picture)
}

function picture(sky: Sky): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => rowOf(sky, y)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')])
}

function rowOf([top, bottom]: Sky, y: number): Buffer {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * (y / height))
  const colour = [mix(top[0], bottom[0]), mix(top[1], bottom[1]), mix(top[2], bottom[2])]
  return Buffer.concat([Buffer.alloc(1), Buffer.alloc(width * 3, Buffer.from(colour))])
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
