import { Failure, type Problem } from '#platform/failures.ts'
import type { Organisation } from './queries.ts'

type Wish = {
  readonly name: string
  readonly adcode: string
  readonly creditCode?: string | null | undefined
}

/**
 * Somebody changed the organisation since the caller read it. The refusal carries both versions, field by
 * field, so that nothing typed is lost: what was wished, and (as `accepted`) what stands now.
 */
export function staleVersion(current: Organisation, madeBy: string, wish?: Wish): Failure {
  const text = {
    zh: `您打开之后，${madeBy}已修改了它（现在是第${current.version}版）。请对照两个版本后再保存。`,
    en: `${madeBy} changed it after you opened it (version ${current.version} now). Compare both before saving.`,
  }
  return new Failure(409, 'stale-version', text, wish === undefined ? [] : differences(current, wish))
}

const fields = ['name', 'adcode', 'creditCode'] as const

function differences(current: Organisation, wish: Wish): Problem[] {
  return fields
    .filter((field) => wish[field] !== undefined && wish[field] !== current[field])
    .map((field) => ({
      field,
      reason: {
        zh: `您填写：${wish[field] ?? '（空）'}；现在：${current[field] ?? '（空）'}`,
        en: `You: ${wish[field] ?? '(empty)'}; now: ${current[field] ?? '(empty)'}`,
      },
      accepted: { zh: current[field] ?? '（空）', en: current[field] ?? '(empty)' },
    }))
}
