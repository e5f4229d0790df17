import { expect, test } from 'vitest'
import { isSameHost } from './same-host.ts'

test.each([
  ['平顶山银行中兴路支行', '平顶山银行中兴路支行工会委员会', true],
  ['平顶山市公交集团有限公司', '平顶山市公交集团工会', true],
  ['晨光家政公司', '新华区总工会', false],
  ['', '新华区总工会', false],
  ['公园', '鹰城公园管理处工会', false],
])('host %s and union %s: %s', (host, union, same) => {
  expect(isSameHost(host, union)).toBe(same)
})
