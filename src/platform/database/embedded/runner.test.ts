import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findBarrier } from './runner.ts'
import { makeTestFolder } from './testing/folders.ts'

it.each([
  { mode: 0o711, uid: 65534, gid: 65534, passes: true, why: 'others may pass' },
  { mode: 0o700, uid: 65534, gid: 65534, passes: false, why: 'others may not' },
  { mode: 0o710, uid: 65534, gid: 'own', passes: true, why: 'the group may pass' },
  { mode: 0o701, uid: 65534, gid: 'own', passes: false, why: 'the group may not, although others may' },
  { mode: 0o700, uid: 'own', gid: 65534, passes: true, why: 'the owner may pass' },
  { mode: 0o611, uid: 'own', gid: 65534, passes: false, why: 'the owner may not, although others may' },
] as const)('judges mode %o by the first rule that fits: $why', async ({ mode, uid, gid, passes }) => {
  const parent = await makeTestFolder()
  const folder = join(parent, 'inner')
  await mkdir(folder)
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  await chmod(folder, mode)
  const runner = { uid: uid === 'own' ? own.uid : uid, gid: gid === 'own' ? own.gid : gid, switches: true }
  expect(await findBarrier(join(folder, 'file'), runner)).toBe(passes ? undefined : folder)
  await chmod(folder, 0o700)
})
