import type { OfficialDocument } from '#platform/documents/official-document.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { bodyName, electedTable, preparersOf, text, titleOf, yearsInWords } from './words.ts'

/** What the level above answers, under its own head and number. */

export function preparationReply(facts: DossierFacts): OfficialDocument {
  const { application: one, levelAbove, preparation } = facts
  const preparers = preparersOf(facts)
  return {
    letterhead: levelAbove,
    number: preparation?.number ?? '',
    title: titleOf(facts, '关于同意筹建', '的批复'),
    addressee: one.unitName,
    blocks: [
      text(
        `你单位关于成立${bodyName(facts)}的请示收悉。根据《中华人民共和国工会法》第十一条、第十二条的规定，经研究，现批复如下：`,
      ),
      text(`一、同意筹建${bodyName(facts)}。`),
      text(
        `二、同意由${preparers.join('、')}${preparers.length}名同志组成筹备组，负责发展会员和选举的准备工作。`,
      ),
      text(
        one.form === 'organiser'
          ? '三、请在本批复印发之日起九十日内召开会员大会，选举组织员一人，并将结果报我会审批。'
          : `三、请在本批复印发之日起九十日内召开会员大会或者会员代表大会，选举产生第一届${bodyName(facts)}和经费审查委员会，并将结果报我会审批。`,
      ),
      text('此复。'),
    ],
    signature: { by: levelAbove, on: preparation?.issuedOn ?? null },
  }
}

export function electionReply(facts: DossierFacts): OfficialDocument {
  const { application: one, election, electionReply: reply, levelAbove } = facts
  const report = election!
  return {
    letterhead: levelAbove,
    number: reply?.number ?? '',
    title: titleOf(facts, '关于', '选举结果的批复'),
    addressee: one.unionName,
    blocks: [
      text(
        `报来选举结果收悉。经研究，同意成立${bodyName(facts)}，同意下列同志组成第一届委员会，任期${yearsInWords(report.termYears)}：`,
      ),
      electedTable(facts),
      text('请按照规定办理工会法人资格登记，建立会员实名制名册，依法独立自主地开展工作。'),
      text('此复。'),
    ],
    signature: { by: levelAbove, on: reply?.issuedOn ?? null },
  }
}
