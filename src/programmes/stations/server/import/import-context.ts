import { cityOf } from '#kernel/city/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { RosterContext } from '../roster/roster-context.ts'
import type { Datum } from '../words.ts'
import { provinces } from './provinces.ts'

/** What a roster of this city is judged against today. */
export function rosterContextOf(ctx: Context, datum: Datum): RosterContext {
  const city = cityOf(ctx.config)
  const province = provinces[city.adcode.slice(0, 2)]
  const name = city.name.zh
  return {
    districts: city.districts.map(({ adcode, name: district }) => ({
      adcode,
      name: district.zh,
      aliases: shortNames(district.zh),
    })),
    placesAbove: [
      ...(province === undefined ? [] : [province, province.slice(0, 2)]),
      name,
      name.replace(/市$/, ''),
    ],
    envelope: {
      ring: city.envelope.ring.map(([longitude, latitude]) => ({ longitude, latitude })),
      edgeMarginMetres: city.envelope.edgeMarginMetres,
    },
    datum,
    today: cityDay(ctx.now),
  }
}

/** 高新技术产业开发区 is written 高新区, and 城乡一体化示范区 is written 示范区. */
const shortNames = (name: string): string[] =>
  name.length > 4 ? [`${name.slice(0, 2)}${name.slice(-1)}`, name.slice(-3)] : []
