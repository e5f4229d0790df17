import {
  drawCertificates,
  type CertificateFace,
} from '#kernel/contests/server/certificates/render-certificates.ts'
import type { Measure } from '../harness/measure.ts'
import { rounded } from '../harness/result.ts'

const CERTIFICATES = 1_000
/** As the job makes them: each batch is kept before the next begins. */
const BATCH = 100
const LIMIT_SECONDS_EACH = 0.1
const LIMIT_MB = 1_000

/** A thousand certificates with their QR codes, in ten files. */
export const contestsCertificates: Measure = {
  names: ['contests.certificates.time', 'contests.certificates.memory'],
  run: async (bench) => {
    bench.say('a thousand certificates in ten files')
    const before = process.resourceUsage().maxRSS
    const started = performance.now()
    let bytes = 0
    for (let from = 0; from < CERTIFICATES; from += BATCH) {
      const rows = Array.from({ length: BATCH }, (_, index) => rowOf(from + index + 1))
      bytes += (await drawCertificates(rows, { isDemo: false, publicUrl: 'https://union.example.cn' })).length
    }
    const each = (performance.now() - started) / 1000 / CERTIFICATES
    const peak = process.resourceUsage().maxRSS / 1024
    return [
      {
        name: 'contests.certificates.time',
        value: rounded(1000 * each),
        unit: 'ms each',
        against: `${1000 * LIMIT_SECONDS_EACH} ms`,
        ratio: rounded(LIMIT_SECONDS_EACH / each),
        target: 1,
        note: `${CERTIFICATES} in ${rounded(each * CERTIFICATES)} s, ${rounded(bytes / CERTIFICATES / 1000)} kB each`,
      },
      {
        name: 'contests.certificates.memory',
        value: rounded(peak),
        unit: 'MB at the peak',
        against: `${LIMIT_MB} MB`,
        ratio: rounded(LIMIT_MB / peak),
        target: 1,
        note: `of the whole process, ${rounded(peak - before / 1024)} MB more than its peak before`,
      },
    ]
  },
}

const rowOf = (no: number): CertificateFace => ({
  code: String(no).padStart(16, '0'),
  no: `2026-0001-${String(no).padStart(4, '0')}`,
  contestTitle: '2026年职工经典诵读比赛',
  awardName: '二等奖',
  title: '黄河颂',
  names: ['张三', '李四'],
  unitName: '某某区某某有限责任公司工会委员会',
  organisationName: '某某市总工会',
  publishedAt: new Date('2026-07-01T00:00:00Z'),
})
