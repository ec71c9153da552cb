import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Logger } from 'pino'
import { type Config, environmentOfChild } from '#platform/server/config/index.ts'
import { countyProgress, type Platform } from '#platform/server/platform/index.ts'

/** A play that goes on behind a platform that serves. */
export type Playing = { stop(): Promise<void> }

/**
 * Lets a process of its own play what is left of a demonstration county. It is killed outright when the platform stops: what it had not
 * finished was never there, and the next start plays on.
 */
export async function playBehind(platform: Platform, config: Config, log: Logger): Promise<Playing> {
  if (!platform.pack.county.demo || config.demo === 'stories') return { stop: async () => undefined }
  const progress = await countyProgress(platform)
  if (progress !== undefined && progress.played >= progress.of) return { stop: async () => undefined }
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'play'], {
    env: environmentOfChild(config),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.on('data', (told: Buffer) => log.warn({ from: 'play' }, told.toString().trim()))
  child.on('exit', (status, signal) => log.info({ from: 'play', status, signal }, 'the play of the county has ended'))
  return { stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
