import { z } from 'zod'
import { documentKind, personKey } from '#kernel/people/contract.ts'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { roleIds } from './permissions.ts'

/** The nouns of this part, read by its contract and its pages. */

export const words = { zh: z.string(), en: z.string() }

export { documentKind, personKey }

/**
 * A mobile number of the mainland, however it was typed. Numbers from 120 are nobody's: the demo city's people
 * have them, and they are refused elsewhere.
 */
export const phone = z
  .string()
  .max(40)
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^(1[3-9]\d{9}|120\d{8})$/, says('请填11位手机号', 'a mobile number of 11 digits')))

export const personName = z
  .string()
  .trim()
  .min(2, says('姓名至少两个字', 'a name has at least 2 characters'))
  .max(40, says('姓名最多40个字', 'a name has at most 40 characters'))

/** As typed; `people` reads it and says what is wrong with it. */
export const documentNumber = z.string().min(1, says('请填写证件号码', 'a document number is needed')).max(60)

/** The browser's own words for itself; kept as a few words that its owner recognises in a list. */
export const deviceWords = z.string().max(400).default('')

export const roleId = z.enum(roleIds)

export const reason = z
  .string()
  .trim()
  .min(4, says('请写明原因，至少4个字', 'a reason of at least 4 characters'))
  .max(400, says('最多400个字', 'at most 400 characters'))

const candidate = z.object({ id: z.uuid(), maskedName: z.string() })

/** A wrong code is an answer and not a refusal: a refusal rolls back, and the attempt has to be counted. */
export const signInAnswer = z.discriminatedUnion('step', [
  z.object({ step: z.literal('done') }),
  z.object({ step: z.literal('choose'), persons: z.array(candidate).max(20) }),
  z.object({ step: z.literal('refused'), ...words, attemptsLeft: z.number().int() }),
])
export type SignInAnswer = z.input<typeof signInAnswer>

export const meOutput = z.object({
  signedIn: z.boolean(),
  name: z.string().nullable(),
  person: personKey.nullable(),
  personsToChoose: z.array(candidate).max(20),
  roles: z.array(
    z.object({ role: z.string(), ...words, organisationId: z.uuid(), organisationName: z.string() }),
  ),
  permissions: z.array(z.object({ permission: z.string(), units: z.array(z.string()) })),
  language: z.enum(['zh-CN', 'en']),
  installation: z.enum(['demo', 'real']),
  /** Every page of a demo city says so. */
  demo: z.boolean(),
  /** The chooser of demo people is open: a demo database, outside production. */
  personasOpen: z.boolean(),
  /** Codes go to the server's log, since no SMS provider is configured. */
  smsIsLoggedOnly: z.boolean(),
  oidcIsConfigured: z.boolean(),
})

export const sessionRow = z.object({
  id: z.uuid(),
  device: z.string(),
  way: z.enum(['code', 'oidc', 'persona']),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  current: z.boolean(),
})

export const catalogueOutput = z.object({
  rows: z
    .array(
      z.object({
        role: roleId,
        ...words,
        what: z.object(words),
        permissions: z.array(z.object({ permission: z.string(), module: z.object(words), ...words })),
      }),
    )
    .max(50),
  total: z.number().int(),
})

export const grantRow = z.object({
  id: z.uuid(),
  person: personKey,
  personName: z.string(),
  role: z.string(),
  ...words,
  organisationId: z.uuid(),
  organisationName: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  grantedBy: z.string(),
  reason: z.string(),
  /** Begun, not run out, not ended. */
  active: z.boolean(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Whether the caller may end it, so that buttons and rules cannot drift apart. */
  mayEnd: z.boolean(),
})
export type GrantRow = z.input<typeof grantRow>

export const partnerKeyRow = z.object({
  id: z.uuid(),
  name: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  operations: z.array(z.string()),
  /** The last characters, by which its holder can tell which key this is. */
  hint: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  endedAt: instant.nullable(),
  replaces: z.uuid().nullable(),
  state: z.enum(['active', 'expired', 'ended']),
})

export const personaRow = z.object({ id: z.string(), name: z.string(), ...words, what: z.object(words) })
