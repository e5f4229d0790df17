import type { Text } from '#platform/text.ts'
import type { FoundingFacts, UnionForm } from './facts.ts'
import { line, type Line } from './line.ts'
import { threshold } from './thresholds.ts'

export type Chosen = {
  readonly form: UnionForm
  /** What the person may choose; the recommended one is among them. */
  readonly lawful: readonly UnionForm[]
  readonly why: Text
  readonly lines: readonly Line[]
}

/** The form, by whose union it will be and, for one unit, by the number of members alone. */
export function chooseForm(facts: FoundingFacts, today: string): Chosen {
  if (facts.scope === 'area' || facts.scope === 'trade') return association(facts)
  return facts.scope === 'one-unit' ? oneUnit(facts, today) : severalUnits(facts, today)
}

function oneUnit({ members }: FoundingFacts, today: string): Chosen {
  const { value: own } = threshold('ownCommitteeMembers', today)
  if (members >= own)
    return {
      form: 'committee',
      lawful: ['committee'],
      why: {
        zh: `会员${members}人，达到${own}人，应当单独建立基层工会委员会。`,
        en: `${members} members, ${own} or more: a committee of its own is a duty.`,
      },
      lines: [
        line(
          'form',
          'must',
          'law-11',
          `会员${members}人 ≥ ${own}人，应当建立基层工会委员会`,
          `${members} members ≥ ${own}: a committee is a duty`,
        ),
      ],
    }
  // The law leaves it free below 25. A committee needs people to fill it; one or two members are served by an organiser.
  const form = members >= SMALLEST_COMMITTEE ? 'committee' : 'organiser'
  return {
    form,
    lawful: ['committee', 'joint', 'organiser'],
    why: {
      zh: `会员${members}人，不足${own}人：可以单独建立委员会，可以与其他单位联合建立，也可以选举组织员一人。${form === 'committee' ? '人数够组成委员会，建议单独建立。' : '人数还不够组成委员会，建议先选一名组织员，或者与邻近单位联合。'}`,
      en: `${members} members, fewer than ${own}: own, joint, or an organiser. ${form === 'committee' ? 'Enough for a committee, so one of its own is suggested.' : 'Too few for a committee yet: an organiser, or a joint union with neighbours.'}`,
    },
    lines: [
      line(
        'form',
        'may',
        'law-11',
        `会员${members}人 < ${own}人，三种形式都可以`,
        `${members} members < ${own}: any of the three`,
      ),
      ...membersLine(members),
    ],
  }
}

const SMALLEST_COMMITTEE = 3

function severalUnits({ units, members }: FoundingFacts, today: string): Chosen {
  const { value: own } = threshold('ownCommitteeMembers', today)
  const large = units.filter((unit) => unit.members >= own)
  return {
    form: 'joint',
    lawful: ['joint'],
    why: {
      zh: `${units.length}个单位的会员共${members}人，联合建立基层工会委员会。`,
      en: `${members} members of ${units.length} units found one committee together.`,
    },
    lines: [
      line(
        'form',
        'may',
        'law-11',
        '由两个以上单位的会员联合建立',
        'Members of two or more units found it together',
      ),
      units.length >= 2
        ? line('units', 'good', 'law-11', `参加的单位${units.length}个`, `${units.length} units take part`)
        : line(
            'units',
            'missing',
            'law-11',
            '联合建会要有两个以上单位，请写明参加的单位',
            'A joint union takes two units or more: name them',
          ),
      ...large.map((unit) =>
        line(
          'unit-large',
          'refused',
          'law-11',
          `“${unit.name}”会员${unit.members}人，已达${own}人，应当单独建会，不能只参加联合工会`,
          `“${unit.name}” has ${unit.members} members, ${own} or more: it founds a committee of its own`,
        ),
      ),
      ...membersLine(members),
    ],
  }
}

function association({ scope, members }: FoundingFacts): Chosen {
  const isArea = scope === 'area'
  return {
    form: 'association',
    lawful: ['association', 'joint'],
    why: isArea
      ? {
          zh: '覆盖一个区域的多个单位，建立区域性工会联合会。',
          en: 'Many units of one area: an association of the area.',
        }
      : {
          zh: '覆盖一个行业的多个单位，建立行业性工会联合会。',
          en: 'Many units of one trade: an association of the trade.',
        },
    lines: [
      isArea
        ? line(
            'form',
            'may',
            'law-11-area',
            '职工较多的乡镇、街道可以建立联合会',
            'A township or street may form an association',
          )
        : line(
            'form',
            'may',
            'legal-person',
            '同一行业可以建立行业性工会联合会',
            'A trade may form an association',
          ),
      line(
        'new-form',
        'may',
        'law-3',
        '没有固定用人单位的新就业形态劳动者，可以直接加入行业或区域工会',
        'Workers without a fixed employer may join it directly',
      ),
      ...membersLine(members),
    ],
  }
}

const membersLine = (members: number): Line[] =>
  members > 0
    ? []
    : [
        line(
          'members',
          'missing',
          'law-11',
          '至少要有一名职工愿意入会',
          'At least one worker must wish to join',
        ),
      ]
