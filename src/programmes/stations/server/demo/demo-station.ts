import type { Text } from '#platform/text.ts'

import type { FacilityId } from '../../rules/facilities.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'

/** What the generators need to know of a city; the city's configuration has all of it. GCJ-02 throughout. */
export type DemoCity = {
  readonly adcode: string
  readonly districts: readonly DemoDistrict[]
  /** Nothing stands in them. */
  readonly lakes: readonly DemoRing[]
}

export type DemoDistrict = { readonly adcode: string; readonly name: Text; readonly area: DemoRing }

export type DemoRing = readonly (readonly [lng: number, lat: number])[]

export type HostKind =
  | 'sanitation'
  | 'bank'
  | 'fuel'
  | 'park'
  | 'community'
  | 'courier'
  | 'hospital'
  | 'union'
  | 'post'
  | 'utility'
  | 'shop'
  | 'police'
  | 'worksite'
  | 'drivers'

/**
 * What is planted, so that learning and checking have something to find:
 * - locked-at-noon: says it is open and is locked from 12 to 14;
 * - opens-late: an hour after it says;
 * - locked-at-weekends: says it is open and is not;
 * - stays-open-late: people check in for an hour after it says it closed;
 * - broken-dispenser, untidy: the same report again and again;
 * - does-not-answer: reports wait.
 */
export type DemoTrait =
  | 'locked-at-noon'
  | 'opens-late'
  | 'locked-at-weekends'
  | 'stays-open-late'
  | 'broken-dispenser'
  | 'untidy'
  | 'does-not-answer'

/** A station without one is `ordinary`. */
export type DemoHonour = {
  readonly level: 'national-best' | 'provincial' | 'municipal' | 'county'
  readonly on: string
}

export type DemoStation = {
  /** 1 to 301 in the order of founding; the code is made from it and the district. */
  readonly seq: number
  readonly name: string
  readonly districtAdcode: string
  readonly address: string
  /** GCJ-02 degrees, six decimals. */
  readonly lng: number
  readonly lat: number
  readonly hours: OpeningHours
  /** The same hours as a keeper would write them. */
  readonly hoursText: string
  readonly facilities: readonly FacilityId[]
  readonly host: { readonly name: string; readonly kind: HostKind }
  readonly keeper: { readonly name: string; readonly phone: string }
  readonly foundedOn: string
  readonly honour?: DemoHonour
  readonly traits: readonly DemoTrait[]
}
