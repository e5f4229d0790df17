import { z } from 'zod'
import { anyone, fileAnswer, query } from '#platform/contract.ts'
import * as shape from './shapes.ts'
import * as open from './shapes-open.ts'

/** Figures for other people’s programs, at addresses that stay. */
export const openOperations = {
  openFigure: query({
    summary: {
      zh: '开放数据：一个数字（JSON）',
      en: 'Open data: one figure with its definition, parts and digest',
    },
    who: anyone,
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    callsPerMinute: 60,
    input: z.object({ key: shape.figureKey, asOf: shape.asOf }),
    output: open.openFigure,
  }),
  openFigureCsv: query({
    summary: {
      zh: '开放数据：一个数字（CSV）',
      en: 'Open data: one figure, a line each for total, part and period',
    },
    who: anyone,
    callsPerMinute: 60,
    input: z.object({ key: shape.figureKey, asOf: shape.asOf }),
    output: fileAnswer,
  }),
  openCatalogueCsv: query({
    summary: {
      zh: '开放数据：全部数字（CSV）',
      en: 'Open data: every figure with its definition, a line each',
    },
    who: anyone,
    callsPerMinute: 20,
    input: z.object({ asOf: shape.asOf }),
    output: fileAnswer,
  }),
  compareDistricts: query({
    summary: {
      zh: '各区县对照：一个数字在各月末',
      en: 'Compare districts: one figure at the ends of months',
    },
    who: anyone,
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    callsPerMinute: 30,
    /** The first that can be compared, where none is named. */
    input: z.object({ key: shape.figureKey.optional(), asOf: shape.asOf }),
    output: open.districtComparison,
  }),
}
