import type { OfficialDocument } from '#platform/documents/official-document.ts'
import type { DossierDocument } from '../../../shapes-founding.ts'
import { committee, request, result, roster } from './applicants-papers.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { electionReply, preparationReply } from './replies.ts'

const papers: Readonly<Record<DossierDocument, (facts: DossierFacts) => OfficialDocument>> = {
  request,
  'preparation-reply': preparationReply,
  result,
  'election-reply': electionReply,
  roster,
  committee,
}

export const paperNames: Readonly<Record<DossierDocument, string>> = {
  request: '建会请示',
  'preparation-reply': '同意筹建批复',
  result: '选举结果报告',
  'election-reply': '选举结果批复',
  roster: '会员名册封面',
  committee: '委员会成员名单',
}

/** One paper of the dossier; what people sign, seal or still write in by hand stays blank. */
export const writePaper = (facts: DossierFacts, which: DossierDocument): OfficialDocument => ({
  ...papers[which](facts),
  ...facts.mark,
})
