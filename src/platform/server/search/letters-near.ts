/**
 * With how few changes of a letter (one put in, left out or replaced) a pattern stands somewhere in a text, by bit-parallel dynamic
 * programming (Myers, Journal of the ACM 46:3, 1999). Patterns of at most 31 letters, of ASCII.
 */
export function nearest(pattern: string): (text: string) => number {
  const length = pattern.length
  if (length === 0 || length > 31) throw new Error('a pattern has 1 to 31 letters')
  const places = new Int32Array(128)
  for (let at = 0; at < length; at += 1) {
    const letter = pattern.charCodeAt(at) & 127
    places[letter] = (places[letter] ?? 0) | (1 << at)
  }
  const last = 1 << (length - 1)
  return (text) => {
    let up = -1
    let down = 0
    let score = length
    let best = length
    for (let at = 0; at < text.length; at += 1) {
      const equal = places[text.charCodeAt(at) & 127] ?? 0
      const vertical = equal | down
      const horizontal = (((equal & up) + up) ^ up) | equal
      let grows = down | ~(horizontal | up)
      let shrinks = up & horizontal
      if (grows & last) score += 1
      else if (shrinks & last) score -= 1
      grows <<= 1
      shrinks <<= 1
      up = shrinks | ~(vertical | grows)
      down = grows & vertical
      if (score < best) best = score
    }
    return best
  }
}
