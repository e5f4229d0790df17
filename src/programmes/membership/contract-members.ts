import type { Permissions } from '#platform/contract.ts'
import { card } from './contract-card.ts'
import { joinCodes } from './contract-join-codes.ts'
import { joining } from './contract-joining.ts'
import { moving } from './contract-moving.ts'
import { standing } from './contract-standing.ts'

const officers = ['city-officer', 'county-officer', 'grassroots-officer'] as const

export const memberPermissions = {
  'membership.read': {
    zh: '查看入会申请、会员和会籍转移',
    en: 'see applications, members and transfers',
    roles: [...officers, 'auditor'],
  },
  'membership.admit': {
    zh: '审批入会，办理会籍转出和接收',
    en: 'decide applications, release and accept transfers',
    roles: [...officers],
  },
  'membership.appeal': {
    zh: '复核下级工会的入会和转移决定',
    en: 'look again at what a union below decided',
    roles: ['city-officer', 'county-officer'],
  },
  'membership.standing': {
    zh: '保留、恢复会籍，提出除名',
    en: 'retain and resume members, propose to expel',
    roles: [...officers],
  },
  'membership.expel': {
    zh: '决定除名（听取本人意见之后）',
    en: 'decide to expel, after the member was heard',
    roles: ['city-officer', 'county-officer'],
  },
  'membership.join-codes': {
    zh: '制作入会二维码海报',
    en: 'issue join codes and print posters',
    roles: [...officers],
  },
} satisfies Permissions

/** How people join, move, stay and leave, and the card that they carry. */
export const members = { ...joining, ...joinCodes, ...moving, ...standing, ...card }
