import { cityDay } from '#platform/city-time.ts'
import { dayInWords, type OfficialDocument } from '#platform/documents/official-document.ts'
import type { DossierFacts } from './dossier-facts.ts'
import {
  bodyName,
  dutyWords,
  electedTable,
  heading,
  preparersOf,
  text,
  titleOf,
  yearsInWords,
} from './words.ts'

/** What the unit and its preparation group send: request, result, cover of the roll, list of the committee. */

export function request(facts: DossierFacts): OfficialDocument {
  const { application: one, founding } = facts
  const preparers = preparersOf(facts)
  return {
    title: titleOf(facts, '关于成立', '的请示'),
    addressee: facts.levelAbove,
    blocks: [
      heading('一、单位概况'),
      text(
        `${one.unitName}${one.unitFoundedOn === null ? '' : `成立于${dayInWords(one.unitFoundedOn)}，`}${founding.unit_code === null ? '' : `统一社会信用代码${founding.unit_code}，`}${one.address === '' ? '' : `地址${one.address}，`}现有职工${one.workers}人，愿意加入工会的${one.members}人，其中女职工${one.womenMembers}人。`,
      ),
      ...(one.units.length === 0
        ? []
        : [
            {
              kind: 'table',
              headings: ['序号', '参加单位', '职工', '会员'],
              widths: [1, 6, 1.4, 1.4],
              rows: one.units.map((unit, at) => [
                `${at + 1}`,
                unit.name,
                `${unit.workers}`,
                `${unit.members}`,
              ]),
            } as const,
          ]),
      heading('二、职工意愿和单位意见'),
      text(one.grounds),
      heading('三、建会形式和筹备'),
      text(
        `根据《中华人民共和国工会法》第十一条、第十二条的规定，拟成立${bodyName(facts)}。筹备组由${preparers.join('、')}${preparers.length}名同志组成，负责发展会员、召开会员大会选举等筹备工作。`,
      ),
      text('妥否，请批示。'),
    ],
    attachments: ['营业执照或者单位登记证书复印件', '入会申请书'],
    signature: { by: one.unitName, on: cityDay(founding.filed_at) },
    note: `联系人：${one.contactName}`,
  }
}

export function result(facts: DossierFacts): OfficialDocument {
  const { application: one, election, levelAbove } = facts
  const report = election!
  return {
    title: titleOf(facts, '关于', '选举结果的报告'),
    addressee: levelAbove,
    blocks: [
      text(
        `经${levelAbove}${facts.preparation === undefined ? '' : `${facts.preparation.number}文件`}批准，${one.unionName}于${dayInWords(report.heldOn)}召开${report.meeting === 'members' ? '会员大会' : '会员代表大会'}进行选举。应到会${report.entitled}人，实到会${report.present}人，符合到会人数达到三分之二以上的规定。经无记名投票，下列同志得票超过应到会人数的半数，当选：`,
      ),
      electedTable(facts),
      text(`本届任期${yearsInWords(report.termYears)}，自选举之日起计算。`),
      text('以上结果，请予审批。'),
    ],
    signature: { by: `${one.unionName}筹备组`, on: cityDay(report.reportedAt) },
    note: `联系人：${one.contactName}`,
  }
}

export function roster(facts: DossierFacts): OfficialDocument {
  const { application: one, rollCount } = facts
  return {
    title: `${one.unionName}\n会员名册`,
    blocks: [
      {
        kind: 'table',
        headings: ['项目', '内容'],
        widths: [1, 3],
        rows: [
          ['单位名称', one.unitName],
          ['统一社会信用代码', facts.founding.unit_code ?? '—'],
          ['上一级工会', facts.levelAbove],
          ['会员人数', `${rollCount}`],
          ['批复文号', facts.preparation?.number ?? ''],
          ['造册人', ''],
          ['核对人', ''],
        ],
      },
      text('名册内页含会员的身份信息，由会员名册导出，注明理由、份数，专人保管。'),
    ],
    signature: { by: one.unionName, on: null },
  }
}

export function committee(facts: DossierFacts): OfficialDocument {
  const report = facts.election!
  return {
    title: `${bodyName(facts)}\n成员名单`,
    blocks: [
      {
        kind: 'table',
        headings: ['序号', '姓名', '职务', '任职起始', '签名'],
        widths: [1, 2, 2, 2.4, 2],
        rows: report.officers.map(({ name, duty }, at) => [
          `${at + 1}`,
          name,
          dutyWords[duty],
          report.heldOn,
          '',
        ]),
      },
      text(`任期${yearsInWords(report.termYears)}，自${dayInWords(report.heldOn)}起。`),
    ],
    signature: { by: facts.application.unionName, on: report.heldOn },
  }
}
