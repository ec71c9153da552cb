/** Runs work one after the other where it has the same key, side by side where it has not. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Makes such a queue; a key takes no memory once its work is done. */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, turn)
    const done = () => void (last.get(key) === turn && last.delete(key))
    turn.then(done, done)
    return turn
  }
}
