import type { Text } from '#platform/text.ts'

/** Where a rule comes from. `quote` is the official text (laws are nobody's property); `gist` is ours where the wording is not at hand. */
export type Article = {
  readonly law: Text
  readonly article: Text
  readonly inForceFrom: string
  readonly quote?: string
  readonly gist: Text
}

const unionLaw: Text = { zh: '《中华人民共和国工会法》', en: 'Trade Union Law' }
const henan: Text = { zh: '《河南省工会条例》', en: 'Henan Trade Union Regulations' }

/** As amended on 24 December 2021, in force from 1 January 2022. */
const law = (number: string, no: number, quote: string, gist: Text): Article => ({
  law: unionLaw,
  article: { zh: `第${number}条`, en: `article ${no}` },
  inForceFrom: '2022-01-01',
  quote,
  gist,
})

/** Adopted on 25 September 2004. Whether it was amended since was not to be found out: an officer checks before relying on it. */
const province = (number: string, no: number, gist: Text): Article => ({
  law: henan,
  article: { zh: `第${number}条`, en: `article ${no}` },
  inForceFrom: '2005-01-01',
  gist,
})

export const articles = {
  'law-3': law(
    '三',
    3,
    '在中国境内的企业、事业单位、机关、社会组织（以下统称用人单位）中以工资收入为主要生活来源的劳动者，不分民族、种族、性别、职业、宗教信仰、教育程度，都有依法参加和组织工会的权利。任何组织和个人不得阻挠和限制。',
    { zh: '劳动者有依法参加和组织工会的权利', en: 'Workers have the right to join and form unions' },
  ),
  'law-10': law('十', 10, '企业主要负责人的近亲属不得作为本企业基层工会委员会成员的人选。', {
    zh: '企业主要负责人的近亲属不进工会委员会',
    en: 'Close relatives of the head of an enterprise do not stand for its committee',
  }),
  'law-11': law(
    '十一',
    11,
    '用人单位有会员二十五人以上的，应当建立基层工会委员会；不足二十五人的，可以单独建立基层工会委员会，也可以由两个以上单位的会员联合建立基层工会委员会，也可以选举组织员一人，组织会员开展活动。',
    {
      zh: '会员二十五人以上单独建会；不足的，单独建、联合建或选组织员',
      en: '25 members or more: a committee of its own; fewer: own, joint, or an organiser',
    },
  ),
  'law-11-women': law(
    '十一',
    11,
    '女职工人数较多的，可以建立工会女职工委员会，在同级工会领导下开展工作；女职工人数较少的，可以在工会委员会中设女职工委员。',
    { zh: '女职工委员会或女职工委员', en: 'A women’s committee, or one commissioner' },
  ),
  'law-11-area': law('十一', 11, '企业职工较多的乡镇、城市街道，可以建立基层工会的联合会。', {
    zh: '乡镇、街道可以建联合会',
    en: 'Townships and streets may form an association of unions',
  }),
  'law-12': law(
    '十二',
    12,
    '基层工会、地方各级总工会、全国或者地方产业工会组织的建立，必须报上一级工会批准。',
    {
      zh: '建会报上一级工会批准',
      en: 'Every founding is approved by the level above',
    },
  ),
  'law-13': law(
    '十三',
    13,
    '任何组织和个人不得随意撤销、合并工会组织。基层工会所在的用人单位终止或者被撤销，该工会组织相应撤销，并报告上一级工会。依前款规定被撤销的工会，其会员的会籍可以继续保留，具体管理办法由中华全国总工会制定。',
    {
      zh: '不得随意撤销、合并；撤销的，会籍可以保留',
      en: 'No union is dissolved or merged at will; memberships of a dissolved one go on',
    },
  ),
  'law-14': law('十四', 14, '职工二百人以上的企业、事业单位、社会组织的工会，可以设专职工会主席。', {
    zh: '职工二百人以上可以设专职主席',
    en: 'A full-time chair from 200 workers on',
  }),
  'law-16': law('十六', 16, '基层工会委员会每届任期三年或者五年。', {
    zh: '任期三年或者五年',
    en: 'A term is three or five years',
  }),
  'henan-6': province('六', 6, {
    zh: '新建的用人单位应当在一年内建立工会组织',
    en: 'A new unit founds its union within a year',
  }),
  'henan-7': province('七', 7, {
    zh: '企业主要负责人和分管劳动、工资工作的负责人不得兼任工会负责人',
    en: 'The head, and whoever is in charge of labour and wages, is no union officer at the same time',
  }),
  'henan-9': province('九', 9, {
    zh: '女会员不足十人的，只设女职工委员',
    en: 'With fewer than ten women, one commissioner and no committee',
  }),
  'henan-14': province('十四', 14, {
    zh: '工会主席、副主席缺额的，应当在三个月内补选',
    en: 'A vacant chair is filled within three months',
  }),
  'legal-person': {
    law: {
      zh: '《基层工会法人登记管理办法》（总工办发〔2020〕20号）',
      en: 'Registration of grassroots unions as legal persons (2020)',
    },
    article: { zh: '（适用范围）', en: 'scope' },
    inForceFrom: '2020-12-08',
    gist: {
      zh: '区域性、行业性工会联合会和联合基层工会同样登记，发给赋有统一社会信用代码的证书',
      en: 'Associations of an area or a trade and joint unions are registered too, and get a credit code of their own',
    },
  },
  election: {
    law: {
      zh: '《工会基层组织选举工作条例》（总工发〔2016〕27号）',
      en: 'Elections in grassroots unions (2016)',
    },
    article: { zh: '（选举）', en: 'elections' },
    inForceFrom: '2016-10-09',
    gist: {
      zh: '到会人数达应到会人数三分之二以上方可选举；得票超过应到会人数半数始得当选',
      en: 'Two thirds of those entitled must attend; who has more than half of those entitled is elected',
    },
  },
  practice: {
    law: { zh: '建会程序惯例', en: 'Custom of founding' },
    article: { zh: '（筹备）', en: 'preparation' },
    inForceFrom: '2000-01-01',
    gist: { zh: '筹备组三至五人', en: 'Three to five people prepare' },
  },
} satisfies Record<string, Article>

export type ArticleId = keyof typeof articles

export const citation = ({ law, article }: Article): Text => ({
  zh: `${law.zh}${article.zh}`,
  en: `${law.en}, ${article.en}`,
})
