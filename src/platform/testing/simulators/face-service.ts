import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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
  const child = fork(join(import.meta.dirname, 'face-service.process.ts'), [secret], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [{ ready }] = (await once(child, 'message')) as [{ ready: number }]
  return {
    url: `http://127.0.0.1:${ready}`,
    behave: async (fault) => {
      child.send(fault)
      await once(child, 'message')
    },
    stop: async () => {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
