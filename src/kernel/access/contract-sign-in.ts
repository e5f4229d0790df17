import { z } from 'zod'
import { anyone, command, query, signedIn } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { deviceWords, meOutput, personaRow, phone, sessionRow, signInAnswer } from './shapes.ts'

/** Signing in and out, and where one is signed in. Answers never reveal whether a phone is known here. */
export const signInOperations = {
  requestCode: command({
    summary: { zh: '获取短信验证码', en: 'Ask for a sign-in code by SMS' },
    who: anyone,
    callsPerMinute: 10,
    sensitive: ['phone'],
    input: z.object({ phone }),
    output: z.object({ waitSeconds: z.number().int(), validMinutes: z.number().int() }),
  }),
  verifyCode: command({
    summary: { zh: '用验证码登录', en: 'Sign in with the code' },
    who: anyone,
    callsPerMinute: 20,
    sensitive: ['phone', 'code', 'device'],
    input: z.object({
      phone,
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, says('验证码是6位数字', 'the code has 6 digits')),
      device: deviceWords,
    }),
    output: signInAnswer,
  }),
  choosePerson: command({
    summary: {
      zh: '一个手机号对应多人时，选择本人',
      en: 'Choose who you are where a phone leads to several persons, by a second proof',
    },
    who: signedIn,
    callsPerMinute: 10,
    sensitive: ['documentTail'],
    input: z.object({
      personId: z.uuid(),
      documentTail: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[0-9A-Z]{6}$/, says('请填证件号码的后6位', 'the last 6 characters of the document number')),
    }),
    output: signInAnswer,
  }),
  signInByOidc: command({
    summary: {
      zh: '统一身份认证登录',
      en: 'Sign in with what the identity provider proved (the callback route calls it)',
    },
    who: anyone,
    callsPerMinute: 20,
    sensitive: ['proof', 'device'],
    input: z.object({ proof: z.string().max(4000), device: deviceWords }),
    output: z.object({ returnTo: z.string() }),
  }),
  me: query({
    summary: { zh: '我是谁、能做什么', en: 'Who I am and what I may do' },
    who: anyone,
    input: z.object({}),
    output: meOutput,
  }),
  signOut: command({
    summary: { zh: '退出登录', en: 'Sign out of this session' },
    who: anyone,
    input: z.object({}),
    output: z.object({}),
  }),
  listSessions: query({
    summary: { zh: '我的登录设备', en: 'Where I am signed in' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ rows: z.array(sessionRow).max(100), total: z.number().int() }),
  }),
  endSession: command({
    summary: { zh: '让一台设备下线', en: 'End one of my sessions' },
    who: signedIn,
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  endOtherSessions: command({
    summary: { zh: '让其他设备全部下线', en: 'End all my other sessions' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ ended: z.number().int() }),
  }),
  demoPersonas: query({
    summary: { zh: '演示身份', en: 'The people a visitor of the demo city may become' },
    who: anyone,
    input: z.object({}),
    output: z.object({ rows: z.array(personaRow).max(50), total: z.number().int() }),
  }),
  becomePersona: command({
    summary: { zh: '以演示身份进入', en: 'Enter the demo city as one of its people' },
    who: anyone,
    callsPerMinute: 60,
    sensitive: ['device'],
    input: z.object({ id: z.string().max(60), device: deviceWords }),
    output: z.object({ name: z.string() }),
  }),
}
