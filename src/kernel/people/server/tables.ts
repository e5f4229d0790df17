import type { Generated } from 'kysely'
import type { DocumentKind } from '../contract.ts'

type PersonTable = {
  bk: number
  id: string
  document_kind: DocumentKind
  blind_index: Buffer
  document_sealed: Buffer | null
  name: string
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  home_organisation_id: string | null
  version: Generated<number>
  erased_at: Date | null
  created_at: Generated<Date>
}

type LinkTable = {
  bk: number
  person_id: string
  survivor_bk: number
  survivor_id: string
  why: 'number-corrected' | 'same-person'
  reason: string
  made_by: string
  recorded_at: Generated<Date>
}

type UndoneLinkTable = {
  bk: number
  person_id: string
  survivor_bk: number
  survivor_id: string
  reason: string
  made_by: string
  linked_at: Date
  undone_reason: string
  undone_by: string
  recorded_at: Generated<Date>
}

type ApartTable = {
  bk: number
  person_id: string
  other_bk: number
  other_id: string
  reason: string
  made_by: string
  recorded_at: Generated<Date>
}

type WordingTable = { purpose: string; version: number; zh: string; en: string; recorded_at: Generated<Date> }

type ConsentTable = {
  bk: number
  person_id: string
  id: string
  purpose: string
  wording_version: number
  given: boolean
  origin: string
  recorded_at: Generated<Date>
}

type RequestTable = {
  bk: number
  person_id: string
  id: string
  kind: 'correction' | 'deletion'
  field: 'name' | 'document' | 'phone' | 'other' | null
  wish_sealed: Buffer | null
  explanation: string
  state: Generated<'open' | 'granted' | 'refused'>
  due_on: string
  made_at: Generated<Date>
  decided_at: Date | null
  decided_by: string | null
  decided_by_bk: number | null
  decided_by_id: string | null
  answer: string | null
}

export type PeopleTables = {
  'people.person': PersonTable
  'people.person_link': LinkTable
  'people.person_link_undone': UndoneLinkTable
  'people.person_apart': ApartTable
  'people.consent_wording': WordingTable
  'people.consent': ConsentTable
  'people.request': RequestTable
}
