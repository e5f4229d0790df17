import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launchChromium } from './chromium.ts'
import { startCity } from './city.ts'
import { makeGround, type Ground, type Undo } from './grounds.ts'
import type { Place } from './place.ts'

const PREFIX = 'zhenyi-journeys-of-'

/** One browser for the run and a demo city for each worker, of which only the first is filled: the others are its copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchChromium().catch((error: unknown) => {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    process.stderr.write(`没有可用的 Chromium，跳过浏览器测试  ·  No Chromium, no browser tests: ${why}\n`)
    return undefined
  })
  project.provide('places', [])
  if (browser === undefined) return async () => {}
  const undo: Undo = [() => browser.close()]
  const close = async () => {
    for (const one of undo.splice(0).reverse()) await one()
  }
  try {
    const grounds = await makeGrounds(citiesWanted(project), undo)
    const places = grounds.map((ground) => makePlace(ground, browser.wsEndpoint(), undo))
    project.provide('places', await Promise.all(places))
    return close
  } catch (error) {
    await close()
    throw error
  }
}

/** As many as files will run at a time. */
function citiesWanted(project: TestProject): number {
  const journeys = project.vitest.state
    .getPaths()
    .filter((path) => path.startsWith(import.meta.dirname + sep))
  return Math.max(1, Math.min(Number(project.config.maxWorkers), journeys.length))
}

async function makeGrounds(count: number, undo: Undo): Promise<Ground[]> {
  await sweepAbandoned()
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  // The user whom PostgreSQL runs as may pass, so that the database lies inside and goes with it.
  await chmod(folder, 0o711)
  const grounds = [await makeGround(join(folder, '1'), undo)]
  if (count > 1) await fill(grounds[0]!)
  while (grounds.length < count) grounds.push(await grounds[0]!.copy(String(grounds.length + 1)))
  return grounds
}

/** The cities of a run that was killed end with it, but leave their folders, which bear its process's number. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(PREFIX) && !isAlive(Number.parseInt(name.slice(PREFIX.length))))
      await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function fill({ folder, databaseUrl }: Ground): Promise<void> {
  const city = await startCity(folder, databaseUrl)
  await city.stop()
}

async function makePlace(ground: Ground, browser: string, undo: Undo): Promise<Place> {
  const { address, logFile, stop } = await startCity(ground.folder, ground.databaseUrl)
  undo.push(stop)
  return { address, browser, owner: await ground.join(), keysFile: join(ground.folder, 'keys.json'), logFile }
}
