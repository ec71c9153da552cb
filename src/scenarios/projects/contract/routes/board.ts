import { z } from 'zod'
import { route } from '#platform/contract/define-route.ts'
import { Account, Board, Period } from '../board.ts'
import { tag } from './parts.ts'

const of = z.enum(['units', 'persons']).default('units')
const period = Period.optional().describe('A month, quarter or year; the present quarter where left out')

/** The Tiangong board (天工榜) and the accounts under it. Inside the government only. */
export const board = {
  board: route({
    method: 'GET',
    path: '/board',
    access: { permission: 'projects.board' },
    tag,
    summary: 'Achievements and shortcomings by period: units, or persons within the post’s reach',
  })
    .input(z.object({ of, period }))
    .output(Board),
  boardSheet: route({
    method: 'GET',
    path: '/board.xlsx',
    access: { permission: 'projects.board' },
    tag,
    summary: 'The same board as a spreadsheet',
  })
    .input(z.object({ of, period }))
    .output(z.file()),
  boardLines: route({
    method: 'GET',
    path: '/board/lines',
    access: { permission: 'projects.board' },
    tag,
    summary: 'The lines of one account of the board, each with its event',
  })
    .input(z.object({ of, period, subject: z.string().max(64) }))
    .output(Account),
  myPoints: route({
    method: 'GET',
    path: '/points',
    access: 'signed-in',
    tag,
    summary: 'My own account: every point and where it came from',
  })
    .input(z.object({ period }))
    .output(Account),
} as const
