import { conflict, type Failure } from '#platform/failures.ts'

const refusal = (code: string, zh: string, en: string) => () => conflict(code, { zh, en })

/** What the database refuses, in words. */
export const refusals: Readonly<Record<string, () => Failure>> = {
  station_code_key: refusal(
    'station-code-taken',
    '这个驿站编号已经用过。',
    'This station code is already in use.',
  ),
  plate_secret_key: refusal('plate-clash', '门牌码重复，请再试一次。', 'The plate code clashed; try again.'),
  plate_one_current: refusal(
    'plate-changed-meanwhile',
    '别人刚刚换发了这块门牌。',
    'Somebody has just reissued this plate.',
  ),
  keeper_one_current: refusal(
    'keeper-changed-meanwhile',
    '别人刚刚指定了这个驿站的管理员。',
    'Somebody has just appointed a keeper here.',
  ),
  report_event_pkey: refusal(
    'report-moved-meanwhile',
    '这条反映刚刚有了新的进展，请刷新后再试。',
    'This report has just moved on; look again before you answer.',
  ),
  handover_one_open: refusal(
    'handover-meanwhile',
    '这个驿站刚刚有人发起了移交。',
    'Somebody has just offered a hand-over of this station.',
  ),
  honour_once: refusal(
    'named-already',
    '这份文件已经给这个驿站登记过荣誉。',
    'This document has named this station already.',
  ),
  evidence_challenge_once: refusal(
    'photo-repeated',
    '这次拍照任务已经交过照片。请再点一次拍照。',
    'A photo was handed in for this already. Press the button again to take another.',
  ),
  inspection_one_at_once: refusal(
    'inspector-there',
    '另一位督查员刚刚开始检查这个驿站。',
    'Another inspector has just begun here.',
  ),
  inspection_once_a_round: refusal(
    'twice-on-a-route',
    '同一条路线上一个驿站只能有一次。',
    'A station stands once on a route.',
  ),
  inspection_result_key: refusal(
    'key-used',
    '这份结果的编号已经用于另一次检查。',
    'The key of this result belongs to another visit.',
  ),
}
