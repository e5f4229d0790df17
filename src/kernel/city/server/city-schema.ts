import { z } from 'zod'

const text = z.object({ zh: z.string(), en: z.string() })
const adcode = z.string().regex(/^\d{6}$/)
const lngLat = z.tuple([z.number().min(73).max(136), z.number().min(3).max(54)])
const ring = z.array(lngLat).min(3)
const drawn = { id: z.string(), name: text }
const corners = z.object({ northWest: lngLat, southEast: lngLat })

/** A city as CITY_FILE holds it; the same shape as the type `City`, all degrees in GCJ-02. */
export const citySchema = z.object({
  adcode,
  name: text,
  timeZone: z.string(),
  districts: z.array(
    z.object({
      adcode,
      name: text,
      standing: z.enum(['gb-t-2260', 'statistical']),
      centre: lngLat,
      urban: z.boolean(),
      area: ring,
    }),
  ),
  formerDistricts: z.array(
    z.object({ adcode, name: text, untilYear: z.number().int(), successor: adcode, note: text }),
  ),
  envelope: z.object({ ring, edgeMarginMetres: z.number().positive() }),
  lakes: z.array(ring),
  drawing: z.object({
    frame: z.object({ west: z.number(), east: z.number(), south: z.number(), north: z.number() }),
    views: z.object({ core: corners, centre: corners }),
    rivers: z.array(
      z.object({
        ...drawn,
        kind: z.literal('river'),
        weight: z.union([z.literal(1), z.literal(2)]),
        line: z.array(lngLat),
      }),
    ),
    lakes: z.array(z.object({ ...drawn, kind: z.literal('lake'), ring })),
    roads: z.array(
      z.object({ ...drawn, kind: z.enum(['expressway', 'railway', 'street']), line: z.array(lngLat) }),
    ),
    labels: z.array(
      z.object({
        kind: z.enum(['district', 'place', 'water', 'road']),
        rank: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        text,
        at: lngLat,
        overviewOnly: z.literal(true).optional(),
      }),
    ),
  }),
})
