import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { listenHere, standBeside, tellStarter } from '#platform/server/process/index.ts'
import type { DepartmentsReady, DepartmentsTask } from './departments-task.ts'
import { type Bank, openBank } from './desk/bank.ts'
import { openDeskStore } from './desk/desk-store.ts'
import { openHttpDesk } from './desk/http-desk.ts'
import { keepOrders, misbehaviours, type Orders } from './desk/orders.ts'
import { openSqlDesk, type SqlDesk } from './desk/sql-desk-store.ts'
import { inventCounty } from './people/tables.ts'

const Order = z.object({
  connector: z.string(),
  behave: z.enum([...misbehaviours, 'well']),
  milliseconds: z.number().min(0).max(120_000).optional(),
  times: z.number().int().min(1).optional(),
})

let letGo = async () => {}

standBeside<DepartmentsTask>({ open, close: () => letGo() })

async function open(task: DepartmentsTask): Promise<DepartmentsReady> {
  const { tables } = inventCounty(task.people)
  const keyOf = (id: string) => task.datasets.find((dataset) => dataset.id === id)?.key
  const orders = keepOrders()
  const asked: unknown[] = []
  const store = openDeskStore(task.file, tables, keyOf)
  const bank = openBank()
  const desk = openHttpDesk({ ...task, store, orders, bank, asked: (question) => asked.push(question) })
  const sql = task.postgres && (await openSqlDesk({ ...task.postgres, rows: tables }).catch(tell))
  const control = openControl(orders, sql, asked, bank)
  letGo = () => close([desk, control], sql)
  return {
    http: await listenHere(desk),
    control: await listenHere(control),
    sql: sql && { address: sql.address, user: sql.user, password: sql.password },
  }
}

/** Takes orders, each with the token that the process was started with. */
function openControl(orders: Orders, sql: SqlDesk | undefined, asked: readonly unknown[], bank: Bank): Server {
  return createServer((request, response) => {
    if (request.url === '/payments') return void response.end(JSON.stringify(bank.ledger))
    obey(request, response, orders, sql, asked).catch((error: Error) => {
      response.writeHead(400).end(error.message)
    })
  })
}

async function obey(
  request: IncomingMessage,
  response: ServerResponse,
  orders: Orders,
  sql: SqlDesk | undefined,
  asked: readonly unknown[],
): Promise<void> {
  if (request.method === 'POST') {
    const order = Order.parse(await json(request))
    orders.give(order)
    await sql?.obey(order)
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(asked))
}

/** A server on which nobody may make a database has no departments on it; those over HTTP are there all the same. */
function tell(error: Error): undefined {
  tellStarter(`no department’s database: ${error.message}`)
  return undefined
}

async function close(servers: readonly Server[], sql: SqlDesk | undefined): Promise<void> {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
  await sql?.close()
}
