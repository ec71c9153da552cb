import { totalmem } from 'node:os'

/** How one embedded PostgreSQL is to run. */
export type Settings = {
  /** False only for tests: nothing survives a crash of the machine. */
  readonly durable: boolean
  readonly connections: number
}

/** The port only names the socket's file; nothing listens on the network, so a taken port 5432 does not matter. */
export const socketPort = 5432

/** The server's flags. They are given at each start, not written to postgresql.conf, so that an upgrade changes them. */
export function flagsFor(settings: Settings, socketFolder: string): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    port: socketPort,
    max_connections: settings.connections,
    ...(settings.durable ? durable : volatile),
    ...memory(),
    max_wal_size: '2GB',
    wal_compression: 'on',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
const volatile = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

function memory(): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 2 ** 20)
  return {
    shared_buffers: `${Math.min(512, Math.max(64, Math.floor(megabytes / 16)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(megabytes / 2))}MB`,
    wal_buffers: '16MB',
  }
}
