/** The processes that started this one, as the bootstrap names them; whoever serves or tests stops when one is gone. */
export function starters(): number[] {
  return (process.env.XIANQU_STARTERS ?? '').split(',').filter(Boolean).map(Number)
}
