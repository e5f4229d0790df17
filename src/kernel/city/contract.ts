import { z } from 'zod'
import { anyone, operations, query } from '#platform/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const view = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const drawn = { id: z.string(), label: text, path: z.string() }

/** What an SVG needs to draw the city: paths in drawing units, 1000 wide, and the frame in GCJ-02 degrees. */
export const schematic = z.object({
  width: z.number(),
  height: z.number(),
  /** Must stand with the drawing: it is no map of boundaries. */
  notice: text,
  frame: z.object({ west: z.number(), east: z.number(), south: z.number(), north: z.number() }),
  views: z.object({ whole: view, core: view, centre: view }),
  areas: z.array(z.object({ ...drawn, urban: z.boolean() })),
  waters: z.array(z.object({ ...drawn, kind: z.enum(['river', 'lake']), weight: z.number() })),
  roads: z.array(z.object({ ...drawn, kind: z.enum(['expressway', 'railway', 'street']) })),
  labels: z.array(
    z.object({
      x: z.number(),
      y: z.number(),
      kind: z.enum(['district', 'place', 'water', 'road']),
      rank: z.number().int(),
      text,
      overviewOnly: z.boolean(),
    }),
  ),
})

export const cityOperations = operations('city', {
  getCity: query({
    summary: { zh: '城市：县区与示意图', en: 'The city: its districts and its schematic drawing' },
    who: anyone,
    cacheSeconds: 3600,
    input: z.object({}),
    output: z.object({
      adcode: z.string(),
      name: text,
      timeZone: z.string(),
      districts: z.array(
        z.object({
          adcode: z.string(),
          name: text,
          urban: z.boolean(),
          longitude: z.number(),
          latitude: z.number(),
        }),
      ),
      schematic,
      /** A licensed provider's tiles, with the map's approval number (审图号); null where none are configured. */
      tiles: z.object({ url: z.string(), attribution: z.string(), approvalNumber: z.string() }).nullable(),
    }),
  }),
})
