import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'
import type { pointKind, reachKind, sitingPlan, sitingQuestion, sitingStatus } from '../shapes-siting.ts'

type PointSetTable = {
  id: string
  organisation_id: string
  kind: z.output<typeof pointKind>
  name: string
  method: string
  is_invented: boolean
  valid_from: string
  recorded_at: Generated<Date>
  file_id: string | null
  file_name: string
  points: number
  persons: number
  made_by: string
  made_by_bk: number | null
  made_by_id: string | null
}

type PointTable = {
  set_id: string
  no: number
  name: string
  adcode: string | null
  longitude: number
  latitude: number
  received_longitude: number
  received_latitude: number
  received_datum: 'WGS-84' | 'GCJ-02'
  persons: number
}

type SitingRunTable = {
  id: string
  organisation_id: string
  title: string
  question: z.output<typeof sitingQuestion>
  count: number
  reach: z.output<typeof reachKind>
  detour_factor: number
  demand_id: string
  sites_id: string | null
  time_limit_seconds: number
  made_by: string
  made_by_bk: number | null
  made_by_id: string | null
  created_at: Date
}

type SitingAnswerTable = {
  run_id: string
  status: Exclude<z.output<typeof sitingStatus>, 'computing'>
  plan: ColumnType<z.output<typeof sitingPlan> | null, string | null, never>
  answered_at: Date
}

export type SitingTables = {
  'stations.point_set': PointSetTable
  'stations.point': PointTable
  'stations.siting_run': SitingRunTable
  'stations.siting_answer': SitingAnswerTable
}
