import { dayNumber, isoDate, weekdayOf } from './days.ts'
import type { DemoCity, DemoHonour, DemoStation } from './demo-station.ts'
import { findSpot } from './ground.ts'
import type { Spot } from './ground.ts'
import { equip, hostTemplates } from './hosts.ts'
import type { HostTemplate } from './hosts.ts'
import { inventName, inventPhones } from './invented-people.ts'
import { openingHours } from './opening-profiles.ts'
import { placesOf, quotas } from './places.ts'
import type { DemoPlace, DemoQuota } from './places.ts'
import { plantHonours, plantTraits } from './planted.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

export type DemoStationsWish = {
  readonly seed: number
  /** YYYY-MM-DD: the story ends on this day. */
  readonly today: string
  readonly city: DemoCity
  /** The first stations; the page says 2019. */
  readonly since?: string
}

type Draft = Omit<DemoStation, 'seq' | 'foundedOn' | 'honour' | 'traits'>

/** The 301 stations in the order of founding. Pure: the same wish gives the same stations. */
export function makeDemoStations({
  seed,
  today,
  city,
  since = '2019-03-01',
}: DemoStationsWish): DemoStation[] {
  const drafts = createRandom(seed, 'order').shuffled(draftStations(seed, today, city))
  const foundings = foundingDays(createRandom(seed, 'founding'), drafts.length, since, today)
  const founded = drafts.map((draft, index) => ({
    ...draft,
    seq: index + 1,
    foundedOn: foundings[index] ?? today,
  }))
  const traits = plantTraits(createRandom(seed, 'traits'), founded, today)
  const honours = plantHonours(createRandom(seed, 'honours'), founded, traits, today)
  return founded.map((station) =>
    withPlanted(station, traits.get(station.seq) ?? [], honours.get(station.seq)),
  )
}

function withPlanted(
  station: Omit<DemoStation, 'traits' | 'honour'>,
  traits: DemoStation['traits'],
  honour: DemoHonour | undefined,
): DemoStation {
  return honour === undefined ? { ...station, traits } : { ...station, traits, honour }
}

function draftStations(seed: number, today: string, city: DemoCity): Draft[] {
  const random = createRandom(seed, 'stations')
  const taken: Spot[] = []
  const names = new Set<string>()
  const total = quotas.reduce((sum, { stations }) => sum + stations, 0)
  const phones = inventPhones(createRandom(seed, 'phones'), total)
  return quotas.flatMap((quota) => {
    const districtName = city.districts.find(({ adcode }) => adcode === quota.adcode)?.name.zh ?? ''
    return planPlaces(random, quota).map((place): Draft => {
      const template = random.weighted(hostTemplates, (each) =>
        quota.bustle > 0.9 ? each.urban : each.county,
      )
      const spot = findSpot(random, city, place, taken)
      taken.push(spot)
      const road = random.pick(place.roads)
      const words = { place: place.name, road, district: shortDistrict(districtName) }
      return {
        ...spot,
        name: freshName(random, template, words, names),
        districtAdcode: quota.adcode,
        address: `平顶山市${districtName}${road}${random.whole(2, 480)}号`,
        ...openingHours(random, random.pick(template.profiles), today),
        facilities: equip(random, template),
        host: { name: fill(template.unit, words), kind: template.kind },
        keeper: { name: inventName(random), phone: phones[taken.length - 1] ?? '' },
      }
    })
  })
}

/** Every place of a district gets one, then the busy ones fill up. */
function planPlaces(random: Random, quota: DemoQuota): DemoPlace[] {
  const places = placesOf(quota)
  const rest = Array.from({ length: Math.max(0, quota.stations - places.length) }, () =>
    random.weighted(places, ({ weight }) => weight),
  )
  return [...places, ...rest].slice(0, quota.stations)
}

type Words = { readonly place: string; readonly road: string; readonly district: string }

/** A name is met once: a second one at the same place is numbered, as cities do. */
function freshName(random: Random, template: HostTemplate, words: Words, names: Set<string>): string {
  const name = fill(random.pick(template.names), words)
  let fresh = name
  for (let number = 2; names.has(fresh); number++) fresh = `${name}（${number}号）`
  names.add(fresh)
  return fresh
}

function fill(pattern: string, { place, road, district }: Words): string {
  return pattern.replace('{place}', place).replace('{road}', road).replace('{district}', district)
}

function shortDistrict(name: string): string {
  return name.replace('高新技术产业开发区', '高新区').replace('城乡一体化示范区', '示范区')
}

/** Few at first, most in the middle of the span, and campaigns before the heat and before the cold. */
function foundingDays(random: Random, count: number, since: string, today: string): string[] {
  const [first, last] = [dayNumber(since), dayNumber(today) - 7]
  const days: number[] = []
  while (days.length < count) {
    const day = random.whole(first, last)
    const along = (day - first) / Math.max(1, last - first)
    const pace = 0.2 + 0.8 * Math.exp(-(((along - 0.6) / 0.28) ** 2))
    const season = /-(?:06|07|11|12)-/.test(isoDate(day)) ? 1 : 0.4
    if (weekdayOf(day) <= 5 && random.chance(pace * season)) days.push(day)
  }
  return days.toSorted((a, b) => a - b).map(isoDate)
}
