import { hashPassword, verifyPassword } from '@better-auth/utils/password'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'

/** Hashes passwords and checks them, a few at a time: each costs about 0.1 s of a processor (scrypt, N 16384, r 16). */
export type PasswordHasher = {
  hash(password: string): Promise<Result<string>>
  matches(hash: string, password: string): Promise<Result<boolean>>
}

/**
 * A hasher that runs `parallel` checks at a time and lets `waiting` more wait; beyond that it refuses with `service.busy`, so that a
 * flood of sign-ins cannot take the machine.
 */
export function passwordHasher({ parallel = 1, waiting = 100 } = {}): PasswordHasher {
  let running = 0
  const queue: (() => void)[] = []
  const inTurn = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    if (running >= parallel) {
      if (queue.length >= waiting) return refuse('service.busy')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running += 1
    try {
      return ok(await work())
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    matches: (hash, password) => inTurn(() => verifyPassword(hash, password)),
  }
}

/** A hash of no password, to spend the same time on a login that does not exist. */
export const noPassword = `${'0'.repeat(32)}:${'0'.repeat(128)}`
