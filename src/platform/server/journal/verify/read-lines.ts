const newline = 0x0a

/** The lines of a stream of bytes without their ends, as many at a time as a piece of the stream completes. */
export async function* readLines(stream: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer[] = []
  for await (const piece of stream) {
    const lines: Buffer[] = []
    let start = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, start)) {
      const line = piece.subarray(start, end)
      lines.push(rest.length > 0 ? Buffer.concat([...rest, line]) : line)
      rest = []
      start = end + 1
    }
    if (start < piece.length) rest.push(piece.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) yield [Buffer.concat(rest)]
}
