import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'
import { place } from './shapes-members.ts'

export const joinCodes = {
  listJoinPlaces: query({
    summary: { zh: '入会二维码', en: 'Unions within reach with their join codes' },
    who: holding('membership.join-codes'),
    input: z.object({ search: z.string().trim().max(40).optional(), ...paging }),
    output: z.object({
      rows: z.array(place.extend({ code: z.string().nullable(), issuedAt: instant.nullable() })).max(200),
      total: z.number().int(),
    }),
  }),
  issueJoinCode: command({
    summary: { zh: '生成或更换入会码', en: 'Give a union a join code; the one before ends' },
    who: holding('membership.join-codes'),
    input: z.object({ organisationId: z.uuid() }),
    output: z.object({ code: z.string() }),
  }),
  joinPoster: query({
    summary: { zh: '入会海报（A4）', en: 'The poster with a union’s join code, A4' },
    who: holding('membership.join-codes'),
    audited: true,
    input: z.object({ organisationId: z.uuid() }),
    output: fileAnswer,
  }),
}
