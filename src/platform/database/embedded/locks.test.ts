import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listLivingClaims, removeClaim, withTurn, writeClaim } from './locks.ts'
import { makeTestFolder } from './testing/folders.ts'

it('counts a claim only while the process that wrote it lives, even when its pid is used again', async () => {
  const folder = await makeTestFolder()
  const own = await writeClaim(folder, 'serve')
  // The same pid with another start time: what a reused process id looks like.
  await writeFile(join(folder, `serve.${process.pid}.00000000-1.0a1b2c3d`), '')
  await writeFile(join(folder, 'serve.2147483646.00000000-1.0a1b2c3d'), '')
  expect(await listLivingClaims(folder)).toEqual([own])
  expect(await readdir(folder)).toEqual([own.file])
  await removeClaim(folder, own)
  expect(await listLivingClaims(folder)).toEqual([])
})

it('gives the turn to one at a time and passes it on when the work fails', async () => {
  const folder = await makeTestFolder()
  let inside = 0
  const insideAtOnce: number[] = []
  const work = async () => {
    insideAtOnce.push((inside += 1))
    await sleep(5)
    inside -= 1
    throw new Error('failed in turn')
  }
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => withTurn(folder, work)))
  expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(4).fill('rejected'))
  expect(insideAtOnce).toEqual([1, 1, 1, 1])
})
