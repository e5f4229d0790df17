import { readFileSync } from 'node:fs'
import type { Config } from '#platform/config.ts'
import { pingdingshan } from '../drawing/pingdingshan.ts'
import type { City } from './city.ts'
import { citySchema } from './city-schema.ts'

const read = new Map<string, City>()

/** The city that this installation serves: CITY_FILE's, or the default one. Throws where the file is not a city. */
export function cityOf(config: Pick<Config, 'cityFile'>): City {
  if (config.cityFile === undefined) return pingdingshan
  const known = read.get(config.cityFile)
  if (known !== undefined) return known
  const city = citySchema.parse(JSON.parse(readFileSync(config.cityFile, 'utf8'))) as City
  read.set(config.cityFile, city)
  return city
}
