import { z } from 'zod'
import { anyone, command, instant, paging, query } from '#platform/contract.ts'
import {
  checkInRow,
  datum,
  facilityId,
  mapStation,
  nearbyStation,
  openNow,
  photo,
  position,
  presence,
  reportRow,
  stationCode,
  stationState,
  text,
  visitorKey,
} from './shapes.ts'

/** Finding a station and being there: what everybody may ask, signed in or not. */
export const visitingOperations = {
  mapStations: query({
    summary: { zh: '地图上的全部驿站', en: 'Every operating station, for the map and its offline copy' },
    who: anyone,
    cacheSeconds: 60,
    input: z.object({
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    output: z.object({ asOf: instant, stations: z.array(mapStation).max(5_000) }),
  }),
  nearest: query({
    summary: { zh: '最近的驿站', en: 'The nearest operating stations, by great-circle distance' },
    who: anyone,
    input: z.object({
      longitude: z.number().min(-180).max(180),
      latitude: z.number().min(-90).max(90),
      datum: datum.default('WGS-84'),
      openOnly: z.boolean().default(true),
      facilities: z.array(facilityId).max(10).default([]),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ asOf: instant, rows: z.array(nearbyStation).max(50) }),
  }),
  getStation: query({
    summary: { zh: '一个驿站', en: 'One station, as everybody may see it' },
    who: anyone,
    cacheSeconds: 30,
    input: z.object({ code: stationCode }),
    output: z.object({
      ...mapStation.shape,
      state: stationState,
      organisationName: z.string(),
      hostUnit: z.string(),
      phone: z.string(),
      otherFacilities: z.array(z.string()),
      openedOn: z.string().nullable(),
      openNow: openNow.extend({
        evidence: z.array(z.object({ kind: z.string(), at: instant, weight: z.number(), wording: text })),
      }),
      exceptions: z.array(z.object({ date: z.string(), note: z.string() })),
      photos: z.array(photo),
      checkIns30Days: z.number().int(),
      reports90Days: z.number().int(),
      answeredInTime90Days: z.number().int(),
      /** Whether the caller keeps this station. */
      mine: z.boolean(),
    }),
  }),
  scanPlate: command({
    summary: { zh: '扫驿站门牌', en: "Prove presence by a station's plate code" },
    who: anyone,
    sensitive: ['secret'],
    callsPerMinute: 30,
    input: z.object({ secret: z.string().trim().min(8).max(40) }),
    output: z.object({ code: z.string(), name: z.string(), presence: z.string(), until: instant }),
  }),
  checkIn: command({
    summary: { zh: '驿站打卡', en: 'Check in at a station; once in half an hour counts once' },
    who: anyone,
    sensitive: ['presence', 'visitorKey', 'position'],
    callsPerMinute: 30,
    input: z.object({ code: stationCode, presence, position: position.optional(), visitorKey }),
    output: z.object({ checkIn: checkInRow, repeated: z.boolean() }),
  }),
  myVisits: query({
    summary: { zh: '我的打卡和反映', en: "The caller's check-ins and reports" },
    who: anyone,
    // The device's key opens its trace of places: it must stand in no log of addresses.
    inBody: true,
    input: z.object({ visitorKey, ...paging }),
    output: z.object({
      checkIns: z.array(checkInRow),
      checkInTotal: z.number().int(),
      reports: z.array(reportRow),
    }),
  }),
}
