// For tests: the columns of an office's roster, what stands in a cell, and numbers of people who never were.
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'

/** As a spreadsheet keeps it: a text, a number that it may show in its own way, or a day. */
export type Cell = string | { readonly number: number } | { readonly day: string }

export const plantedHeadings = [
  '序号',
  '会员姓名',
  '性别',
  '出生年月',
  '民族',
  '文化程度',
  '公民身份号码',
  '联系电话',
  '岗位类型',
  '所在工会',
  '入会时间',
  '证件类型',
  '会籍状态',
] as const

export const NAME = 1
export const SEX = 2
export const BORN = 3
export const ETHNICITY = 4
export const NUMBER = 6
export const PHONE = 7
export const UNION = 9
export const JOINED = 10
export const KIND = 11
export const STANDING = 12

const DAY_MS = 86_400_000

/** Somebody who never was: the region was never assigned. */
export function plantedNumber(count: number, bornOn = birthdayOf(count)): string {
  const first17 = `${DEMO_REGION}${bornOn.replaceAll('-', '')}${String(211 + (Math.floor(count / 13_000) % 700)).padStart(3, '0')}`
  return first17 + residentIdCheck(first17)
}

const birthdayOf = (count: number) =>
  new Date(Date.UTC(1968, 0, 1) + (count % 13_000) * DAY_MS).toISOString().slice(0, 10)
