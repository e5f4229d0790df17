import { conflict, type Failure } from '#platform/failures.ts'

const refusal = (code: string, zh: string, en: string) => () => conflict(code, { zh, en })

/** What the database refuses, in words. */
export const refusals: Readonly<Record<string, () => Failure>> = {
  budget_one_a_month: refusal(
    'budget-overlaps',
    '这个组织在这些月份已有一个预算。',
    'This organisation has a budget for one of these months.',
  ),
  budget_not_overspent: refusal(
    'budget-not-free',
    '收回的金额超过了还没有用掉和预占的部分。',
    'More is taken back than is neither spent nor reserved.',
  ),
  company_organisation_key: refusal(
    'company-registered',
    '这个组织已登记为公交公司。',
    'This organisation is registered as a bus company.',
  ),
  route_code_key: refusal(
    'route-code-taken',
    '这家公司已有这个线路编号。',
    'This company has a route of this code.',
  ),
  reader_code_key: refusal(
    'reader-code-taken',
    '这家公司已有这个读卡器编号。',
    'This company has a reader of this code.',
  ),
  terms_from_day_key: refusal(
    'terms-of-that-day',
    '这一天起已有一套条件。',
    'There are terms from that day on.',
  ),
  month_still_kept: refusal(
    'month-still-kept',
    '这个月的记录还在保存期内。',
    'The rides of this month are still to be kept.',
  ),
  month_still_reserved: refusal(
    'month-still-reserved',
    '这个月还有凭证没有结清未用的次数，稍后由系统自动结清。',
    'Vouchers of this month still hold what they reserved; the hourly job gives it back.',
  ),
  month_not_posted: refusal(
    'month-not-posted',
    '这个月还有乘车没有记入账本。',
    'Rides of this month are not in the ledger yet.',
  ),
}
