import { toHalfWidth } from '#platform/tabular/clean-text.ts'

/** A district of the city, by the code that tells 新华区 of 平顶山 from 新华区 of 石家庄. */
export interface CityDistrict {
  readonly adcode: string
  readonly name: string
  readonly aliases?: readonly string[]
}

export type DistrictVerdict =
  | { readonly ok: true; readonly adcode: string }
  /** elsewhere: the name is one of ours, but the text before it names another place, or the code is another city's. */
  | { readonly ok: false; readonly code: 'unknown' | 'elsewhere' }

/**
 * Reads a district by adcode, or by name with or without its last character and with the names of our own province
 * and city before it. A name with any other place before it belongs there.
 */
export function readDistrict(
  written: string,
  districts: readonly CityDistrict[],
  placesAbove: readonly string[],
): DistrictVerdict {
  const text = toHalfWidth(written).replace(/\s/g, '')
  if (/^\d{6}(?:000000)?$/.test(text)) {
    const adcode = text.slice(0, 6)
    return districts.some((it) => it.adcode === adcode)
      ? { ok: true, adcode }
      : { ok: false, code: 'elsewhere' }
  }
  const name = placesAbove.reduce(
    (rest, place) => (rest.startsWith(place) ? rest.slice(place.length) : rest),
    text,
  )
  const found = districts.find((it) => namesOf(it).includes(name))
  if (found !== undefined) return { ok: true, adcode: found.adcode }
  const isElsewhere = districts.some((it) => text.endsWith(it.name))
  return { ok: false, code: isElsewhere ? 'elsewhere' : 'unknown' }
}

/** 新华区 is also written 新华; a name of two characters, such as 叶县, is not cut. */
function namesOf({ name, aliases = [] }: CityDistrict): string[] {
  const short = name.length > 2 ? [name.replace(/[区县市]$/, '')] : []
  return [name, ...short, ...aliases]
}
