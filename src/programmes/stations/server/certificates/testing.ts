// For tests: a city with a keeper, inspectors and a chief who decides, and photos as phones take them.
import sharp from 'sharp'
import { review } from '#kernel/review/contract.ts'
import { newCommandKey } from '#platform/client/call.ts'
import type { InputOf } from '#platform/contract.ts'
import { stations } from '../../contract.ts'
import { stationPermissions } from '../../permissions.ts'
import { createRandom } from '../demo/random.ts'
import { makeCityWithFiles, upload } from '../import/testing.ts'
import { person, phoneOwner, type Account } from '../testing.ts'

const KEEPER_PHONE = '13712345678'

export type CertifiedCity = Awaited<ReturnType<typeof makeCertifiedCity>>

export async function makeCertifiedCity() {
  const city = await makeCityWithFiles()
  const { world } = city
  const chief = person('沈明', city.root.path, Object.keys(stationPermissions))
  const inspector = person('苗清', city.root.path, ['stations.inspect', 'stations.read'])
  const colleague = person('秦朗', city.root.path, ['stations.inspect', 'stations.read'])
  const keeper = await phoneOwner(world, KEEPER_PHONE)

  /** A station with its keeper and the facilities of the standard that comes with the platform. */
  const equipped = async (over: Parameters<typeof city.createStation>[0] = {}) => {
    const code = await city.createStation({
      facilities: ['water', 'seats', 'heating', 'fan', 'charging'],
      ...over,
    })
    await world.as(city.officer).call(stations.appointKeeper, { code, name: '程有田', phone: KEEPER_PHONE })
    return code
  }
  const certificate = (code: string) => world.nobody.call(stations.certificate, { code })
  const take = (as: Account, code: string, what: 'sign' | 'inside' | 'equipment' | 'rules', seed: number) =>
    sendPhoto(city, as, { code, what, picture: scene(seed) })
  let seed = 5_000
  /** Everything that a keeper can bring. */
  const complete = async (code: string): Promise<void> => {
    for (const what of ['sign', 'inside', 'equipment', 'rules'] as const)
      await take(keeper, code, what, (seed += 1))
    await world.as(keeper).call(stations.confirmKeeping, { code })
  }
  return { ...city, chief, inspector, colleague, keeper, equipped, certificate, take, complete }
}

type City = Awaited<ReturnType<typeof makeCityWithFiles>>
type Taken = {
  readonly code: string
  readonly what: 'sign' | 'inside' | 'equipment' | 'rules'
  readonly picture: Promise<Buffer>
  readonly metresAway?: number
  readonly over?: Partial<InputOf<typeof stations.sendPhoto>>
}

/** Takes a photo at the station as a phone does: challenge, shutter, upload, send. */
export async function sendPhoto(
  city: City,
  as: Account,
  { code, what, picture, metresAway = 10, over }: Taken,
) {
  const client = city.world.as(as)
  const { challenge } = await client.call(stations.photoChallenge, { code, what })
  const fileId = await upload(city, as, 'station-evidence', `${newCommandKey()}.jpg`, await picture)
  return client.call(stations.sendPhoto, {
    code,
    what,
    challenge,
    fileId,
    capturedAt: city.world.app.clock().toISOString(),
    position: await nearTo(city, code, metresAway),
    ...over,
  })
}

const METRES_A_DEGREE = 111_195

export async function nearTo(city: City, code: string, metresAway: number) {
  const { latitude, longitude } = await city.world.nobody.call(stations.getStation, { code })
  return {
    latitude: latitude + metresAway / METRES_A_DEGREE,
    longitude,
    datum: 'GCJ-02' as const,
    accuracyMetres: 20,
  }
}

/** An invented scene; each seed another. */
export async function scene(seed: number): Promise<Buffer> {
  const random = createRandom(seed, 'a scene')
  const colour = () => `rgb(${random.whole(0, 255)},${random.whole(0, 255)},${random.whole(0, 255)})`
  const shapes = Array.from(
    { length: 14 },
    () =>
      `<rect x="${random.whole(-50, 750)}" y="${random.whole(-50, 550)}" width="${random.whole(60, 400)}"
        height="${random.whole(60, 300)}" fill="${colour()}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600"
    fill="${colour()}"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer()
}

/** Makes a move in a case as somebody, from where it stands. */
export async function decide(city: City, as: Account, caseId: string, move: string, reason?: string) {
  const client = city.world.as(as)
  const { seq } = await client.call(review.getCase, { id: caseId })
  return client.call(review.act, { id: caseId, seq, move, ...(reason === undefined ? {} : { reason }) })
}
