import { join } from 'node:path'
import { startBeside } from '#platform/server/process/index.ts'

/** How the service behaves from now on: passes, fails, never ends, answers too late, hangs up. */
export type FaceFault = 'pass' | 'fail' | 'wait' | 'slow' | 'down'

/** The face service outside, in a process of its own. */
export type FaceSimulator = {
  readonly url: string
  behave(fault: FaceFault): Promise<void>
  stop(): Promise<void>
}

/** Starts the simulator; requests must be signed with the secret. */
export async function startFaceService(secret: string): Promise<FaceSimulator> {
  const file = join(import.meta.dirname, 'face-service.process.ts')
  const { ready, order, stop } = await startBeside<{ readonly port: number }>(file, { task: { secret } })
  return { url: `http://127.0.0.1:${ready.port}`, behave: order, stop }
}
