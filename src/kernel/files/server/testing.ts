// For tests: a small city with one purpose, and an account to upload as.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeApplication, type Application } from '#platform/application.ts'
import type { Actor } from '#platform/context.ts'
import type { Module } from '#platform/module.ts'
import { newId } from '#platform/ids.ts'
import type { UploadPurpose } from '../purpose.ts'

export const account = (grants: Extract<Actor, { kind: 'account' }>['grants'] = []): Actor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person: null,
  name: '测试',
  roles: [],
  grants,
})

/** A module that does nothing but take uploads. */
export const takingUploads = (...uploads: UploadPurpose[]): Module =>
  ({
    name: 'desk',
    title: { zh: '收件处', en: 'Desk' },
    operations: {},
    handlers: {},
    permissions: {},
    folder: new URL('./no-migrations/', import.meta.url),
    uploads,
  }) as Module

export const withModule = (app: Application, module: Module): Application =>
  makeApplication({ ...app, modules: [...app.modules, module] })

export function makeDataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'zhenyi-files-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
