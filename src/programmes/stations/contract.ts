import { z } from 'zod'
import {
  anyone,
  command,
  fileAnswer,
  holding,
  instant,
  operations,
  paging,
  query,
  signedIn,
} from '#platform/contract.ts'
import { becomingOperations } from './contract-becoming.ts'
import { honourOperations } from './contract-honours.ts'
import { leavingOperations } from './contract-leaving.ts'
import { sitingOperations } from './contract-siting.ts'
import { certificateOperations } from './contract-certificates.ts'
import { inspectionOperations } from './contract-inspections.ts'
import { standardOperations } from './contract-standards.ts'
import { openingSpanSchema } from './rules/opening-hours-schema.ts'
import {
  answerKind,
  checkInRow,
  datum,
  facilityId,
  mapStation,
  nearbyStation,
  openNow,
  photo,
  position,
  reportKind,
  reportRow,
  reportState,
  stationCode,
  stationDraft,
  stationLevel,
  stationState,
  text,
} from './shapes.ts'

export { stationPermissions } from './permissions.ts'

// Long, and one file on purpose: it is the programme's table of contents, read in one go.

/** A device that is not signed in names itself by a random key, so that it finds its own reports again. */
const visitorKey = z.uuid().optional()
/** Given by `scanPlate`; good for ten minutes. */
const presence = z.string().max(600).optional()
const reason = z.string().trim().min(4).max(400)

export const staffStation = z.object({
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

export const importRow = z.object({
  row: z.number().int(),
  /** The person's own cells, by column heading. */
  cells: z.record(z.string(), z.string()),
  decision: z.enum(['ready', 'confirm', 'refused', 'skipped', 'confirmed']),
  /** Existing station that this row would change, by code. */
  changes: z.string().nullable(),
  problems: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      value: z.string(),
      severity: z.enum(['error', 'confirm', 'note']),
      reason: text,
      accepted: text.optional(),
      fix: z.object({ label: text, value: z.string() }).optional(),
    }),
  ),
})

export const importSummary = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: z.enum(['preview', 'committed', 'abandoned']),
  rows: z.number().int(),
  ready: z.number().int(),
  confirm: z.number().int(),
  refused: z.number().int(),
  skipped: z.number().int(),
  /** Columns that were read, and headings that name nothing known. */
  columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
  createdAt: instant,
  committedAt: instant.nullable(),
})

export const stations = operations('stations', {
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
  reportStation: command({
    summary: {
      zh: '一键反映问题',
      en: 'Report a locked door or something broken, with the proof of presence there is',
    },
    who: anyone,
    sensitive: ['presence', 'visitorKey', 'position'],
    callsPerMinute: 10,
    input: z.object({
      code: stationCode,
      kind: reportKind,
      facility: facilityId.nullable().default(null),
      words: z.string().trim().max(300).default(''),
      presence,
      position: position.optional(),
      visitorKey,
      /** By the phone's clock, where it waited for a network; see `dateReport` for what is believed. */
      madeAt: z.iso.datetime().optional(),
    }),
    output: z.object({ report: reportRow }),
  }),
  reopenReport: command({
    summary: { zh: '问题还在', en: 'The reporter says that it is not settled' },
    who: anyone,
    sensitive: ['visitorKey'],
    input: z.object({ id: z.uuid(), words: z.string().trim().max(300).default(''), visitorKey }),
    output: z.object({ report: reportRow }),
  }),
  settleReport: command({
    summary: { zh: '问题解决了', en: 'The reporter says that it is settled' },
    who: anyone,
    sensitive: ['visitorKey'],
    input: z.object({ id: z.uuid(), visitorKey }),
    output: z.object({ report: reportRow }),
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
  myStations: query({
    summary: { zh: '我管理的驿站', en: 'The stations that the caller keeps, with what waits there' },
    who: signedIn,
    input: z.object({}),
    output: z.object({
      rows: z
        .array(
          z.object({
            code: z.string(),
            name: z.string(),
            openNow,
            reports: z.array(reportRow),
            checkIns7Days: z.number().int(),
          }),
        )
        .max(50),
    }),
  }),
  answerReport: command({
    summary: { zh: '答复反映', en: 'The keeper (or an officer) answers a report' },
    who: signedIn,
    input: z.object({ id: z.uuid(), answer: answerKind, words: z.string().trim().max(300).default('') }),
    output: z.object({ report: reportRow }),
  }),
  announceException: command({
    summary: { zh: '公告临时开放时间', en: 'The keeper announces a day that differs; no spans mean closed' },
    who: signedIn,
    input: z.object({
      code: stationCode,
      date: z.iso.date(),
      spans: z.array(openingSpanSchema).max(6),
      note: z.string().trim().max(100).default(''),
    }),
    output: z.object({ version: z.number().int() }),
  }),
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
  appointKeeper: command({
    summary: { zh: '指定驿站管理员', en: 'Appoint the keeper, by phone; the one before ends' },
    who: holding('stations.edit'),
    sensitive: ['phone'],
    input: z.object({
      code: stationCode,
      name: z.string().trim().min(2).max(20),
      phone: z
        .string()
        .trim()
        .regex(/^1[3-9]\d{9}$/),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  listReports: query({
    summary: { zh: '问题反映列表', en: 'Reports within reach' },
    who: holding('stations.read'),
    input: z.object({
      state: reportState.optional(),
      kind: reportKind.optional(),
      late: z.boolean().optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(reportRow), total: z.number().int() }),
  }),
  startImport: command({
    summary: {
      zh: '读取驿站名册',
      en: 'Read an uploaded roster and judge every row; nothing is changed yet',
    },
    who: holding('stations.import'),
    input: z.object({ organisationId: z.uuid(), fileId: z.uuid(), datum: datum.default('GCJ-02') }),
    output: importSummary,
  }),
  getImport: query({
    summary: { zh: '一次导入的概况', en: 'One import' },
    who: holding('stations.import'),
    input: z.object({ importId: z.uuid() }),
    output: importSummary,
  }),
  listImports: query({
    summary: { zh: '导入记录', en: 'Imports, newest first' },
    who: holding('stations.import'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(importSummary), total: z.number().int() }),
  }),
  listImportRows: query({
    summary: { zh: '导入的逐行结果', en: "An import's rows with their verdicts" },
    who: holding('stations.import'),
    input: z.object({ importId: z.uuid(), decision: importRow.shape.decision.optional(), ...paging }),
    output: z.object({ rows: z.array(importRow), total: z.number().int() }),
  }),
  decideImportRow: command({
    summary: {
      zh: '处理导入的一行',
      en: 'Take the offered fix, change cells, confirm or skip a row; it is judged anew',
    },
    who: holding('stations.import'),
    // A roster's cells name keepers and their phones.
    sensitive: ['cells'],
    input: z.object({
      importId: z.uuid(),
      row: z.number().int(),
      cells: z.record(z.string(), z.string().max(500)).optional(),
      decision: z.enum(['confirm', 'skip', 'judge']),
    }),
    output: importRow,
  }),
  commitImport: command({
    summary: { zh: '写入名册', en: 'Write the ready and confirmed rows, all or none' },
    who: holding('stations.import'),
    input: z.object({ importId: z.uuid() }),
    output: z.object({
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      left: z.number().int(),
    }),
  }),
  importErrors: query({
    summary: {
      zh: '下载有问题的行',
      en: "The person's own rows that were not taken, with one column more that says why",
    },
    who: holding('stations.import'),
    audited: true,
    input: z.object({ importId: z.uuid(), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: fileAnswer,
  }),
  exportStations: query({
    summary: { zh: '导出驿站名册', en: 'Export the roster of stations within reach' },
    who: holding('stations.export'),
    audited: true,
    input: z.object({
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      reason,
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      withPhones: z.boolean().default(false),
    }),
    output: fileAnswer,
  }),
  plateSheet: query({
    summary: { zh: '驿站二维码门牌（A4）', en: 'Printable plates with QR codes, one A4 page a station' },
    who: holding('stations.plates'),
    audited: true,
    input: z.object({ codes: z.array(stationCode).min(1).max(400) }),
    output: fileAnswer,
  }),
  reissuePlate: command({
    summary: { zh: '换发门牌', en: 'Make a new plate code; the old one ends' },
    who: holding('stations.plates'),
    input: z.object({ code: stationCode, reason }),
    output: z.object({ issuedAt: instant }),
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
  ...becomingOperations,
  ...leavingOperations,
  ...honourOperations,
  ...sitingOperations,
  ...standardOperations,
  ...certificateOperations,
  ...inspectionOperations,
})
