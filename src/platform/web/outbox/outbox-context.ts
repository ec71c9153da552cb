import { createContext } from 'react'
import type { Sender } from './send-acts.ts'

/** Senders by kind, each loaded when there is something to send. */
export type Senders = Readonly<Record<string, () => Promise<{ readonly send: Sender }>>>

/** The senders that the scenarios bring; the shell provides them. */
export const SendersContext = createContext<Senders>({})
