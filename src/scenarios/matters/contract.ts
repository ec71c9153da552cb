import { catalogue } from './contract/routes/catalogue.ts'
import { handling } from './contract/routes/handling.ts'
import { own } from './contract/routes/own.ts'
import { window } from './contract/routes/window.ts'

/** The routes of matters (B1, B3): the catalogue, the one window, a resident's own cases, the queues of bureaus. */
export const contract = { ...catalogue, ...own, ...window, ...handling } as const
