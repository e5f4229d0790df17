import { SOCKET_PORT } from './socket-folder.ts'

/** PostgreSQL's configuration parameters by name. */
export type Settings = Record<string, string>

/** What an acknowledged commit rests on. Only a throwaway database turns these off. */
const DURABLE: Settings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** For two cores and about a gigabyte of memory to spare. */
const MODEST: Settings = {
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_connections: '60',
  max_wal_size: '1GB',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1',
  // Compiling a plan costs more than it saves on queries of a few milliseconds.
  jit: 'off',
  timezone: 'UTC',
}

/** The log tells what happened to the database, never what people wrote into it. */
const DISCREET: Settings = {
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
}

/** As arguments of the postmaster; `overrides` win over the defaults, but not over where the database can be reached. */
export function settingsAsArguments(socketFolder: string, overrides: Settings = {}): string[] {
  const reach: Settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
  }
  const settings = { ...DURABLE, ...MODEST, ...DISCREET, ...overrides, ...reach }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
