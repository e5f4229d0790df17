import { z } from 'zod'
import { command, holding, instant, paging, query } from '#platform/contract.ts'
import {
  datum,
  facilityId,
  photo,
  reason,
  reportRow,
  stationCode,
  stationDraft,
  stationLevel,
  stationState,
} from './shapes.ts'

const staffStation = z.object({
  id: z.uuid(),
  code: z.string(),
  version: z.number().int(),
  state: stationState,
  organisationId: z.uuid(),
  organisationName: z.string(),
  name: z.string(),
  adcode: z.string(),
  address: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  facilities: z.array(facilityId),
  level: stationLevel,
  hostUnit: z.string(),
  keeperName: z.string().nullable(),
  openedOn: z.string().nullable(),
  openReports: z.number().int(),
  checkIns30Days: z.number().int(),
  updatedAt: instant,
})

/** Stations as officers list, make and change them. */
export const deskOperations = {
  listStations: query({
    summary: { zh: '驿站列表', en: 'Stations within reach' },
    who: holding('stations.read'),
    input: z.object({
      search: z.string().trim().max(60).optional(),
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      state: stationState.optional(),
      level: stationLevel.optional(),
      facility: facilityId.optional(),
      withOpenReports: z.boolean().optional(),
      sort: z.enum(['code', 'name', 'adcode', 'openReports', 'checkIns30Days', 'updatedAt']).default('code'),
      descending: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({ rows: z.array(staffStation), total: z.number().int() }),
  }),
  getStaffStation: query({
    summary: { zh: '驿站详情（工作人员）', en: 'One station with all that officers keep about it' },
    who: holding('stations.read'),
    input: z.object({ code: stationCode }),
    output: staffStation.extend({
      draft: stationDraft,
      received: z.object({ longitude: z.number(), latitude: z.number(), datum, text: z.string() }),
      keepers: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          phone: z.string(),
          from: instant,
          until: instant.nullable(),
        }),
      ),
      plateIssuedAt: instant.nullable(),
      photos: z.array(photo),
      reports: z.array(reportRow),
      history: z.array(
        z.object({
          version: z.number().int(),
          validFrom: z.string(),
          recordedAt: instant,
          madeBy: z.string(),
          reason: z.string(),
          changed: z.array(z.string()),
        }),
      ),
      /** Check-ins by weekday (0 is Monday) and hour, of the last 90 days. */
      visitsByHour: z.array(
        z.object({ weekday: z.number().int(), hour: z.number().int(), count: z.number().int() }),
      ),
      mayEdit: z.boolean(),
    }),
  }),
  createStation: command({
    summary: { zh: '新增驿站', en: 'Create a station' },
    who: holding('stations.edit'),
    input: z.object({
      organisationId: z.uuid(),
      draft: stationDraft,
      confirmed: z.array(z.string()).default([]),
    }),
    output: z.object({ code: z.string(), version: z.number().int() }),
  }),
  editStation: command({
    summary: {
      zh: '修改驿站',
      en: 'Change a station; what somebody else changed since is shown, never overwritten',
    },
    who: holding('stations.edit'),
    input: z.object({
      code: stationCode,
      version: z.number().int(),
      draft: stationDraft,
      reason: z.string().trim().max(400).default(''),
      confirmed: z.array(z.string()).default([]),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  changeState: command({
    // A station goes by a case (`proposeLeaving`, `warnStation`), never by a switch.
    summary: { zh: '暂停或恢复驿站', en: 'Suspend or resume a station' },
    who: holding('stations.edit'),
    input: z.object({
      code: stationCode,
      version: z.number().int(),
      state: stationState.exclude(['closed']),
      reason,
    }),
    output: z.object({ version: z.number().int() }),
  }),
  addPhoto: command({
    summary: { zh: '添加照片', en: 'Add an uploaded photo to a station' },
    who: holding('stations.edit'),
    input: z.object({
      code: stationCode,
      fileId: z.uuid(),
      kind: z.enum(['sign', 'outside', 'inside', 'equipment', 'rules']),
    }),
    output: photo,
  }),
  removePhoto: command({
    summary: { zh: '移除照片', en: 'Take a photo off a station; the file stays in the history' },
    who: holding('stations.edit'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ removed: z.boolean() }),
  }),
}
