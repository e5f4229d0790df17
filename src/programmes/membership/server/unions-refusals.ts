import { conflict, type Failure } from '#platform/failures.ts'

const refusal = (code: string, zh: string, en: string) => () => conflict(code, { zh, en })

/** What the database refuses on the unions' side, in words. */
export const unionRefusals: Readonly<Record<string, () => Failure>> = {
  founding_unit_pkey: refusal(
    'unit-has-founding',
    '这个统一社会信用代码的单位已有建会申请或已经建会。',
    'The unit with this credit code has an application or a union already.',
  ),
  issued_document_number: refusal(
    'number-taken',
    '这个发文字号已经用过，请换一个。',
    'This document number was used already; take another.',
  ),
  union_officer_one_chair: refusal(
    'chair-taken',
    '这个工会现有主席在任，请先登记离任，再补选。',
    'This union has a chair; record the departure first.',
  ),
  union_profile_pkey: refusal(
    'stale-version',
    '别人刚刚登记了这个工会的情况，请刷新。',
    'Somebody has just put this union’s face on record; look again.',
  ),
  union_term_pkey: refusal(
    'term-meanwhile',
    '别人刚刚登记了这一届，请刷新。',
    'Somebody has just put this term on record; look again.',
  ),
  support_project_once: refusal(
    'project-once',
    '这个工会在这项政策下已经立项。',
    'This union has a project under this policy already.',
  ),
  support_claim_once: refusal('claim-once', '这个节点已经申领过。', 'This milestone was claimed already.'),
  support_policy_document: refusal(
    'policy-document-taken',
    '这个文号已经用于另一项扶持政策。',
    'This paper belongs to another policy already.',
  ),
}
