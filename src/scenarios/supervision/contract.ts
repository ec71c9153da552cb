import { answering } from './contract/routes/answering.ts'
import { desks } from './contract/routes/desks.ts'
import { discipline } from './contract/routes/discipline.ts'
import { matters } from './contract/routes/matters.ts'
import { rates } from './contract/routes/rates.ts'
import { watching } from './contract/routes/watching.ts'

/** The routes of supervision (A2): what is given by hand, desks over every obligation, the discipline inbox, rates, trials. */
export const contract = { ...matters, ...answering, ...watching, ...desks, ...discipline, ...rates } as const
