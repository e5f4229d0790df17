import { existsSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '#platform/config.ts'
import type { Application } from '#platform/application.ts'
import type { Caller } from '#platform/context.ts'
import { isFileOperation, type FileAnswer, type Operation } from '#platform/contract.ts'
import { execute } from '#platform/execute.ts'
import { Failure } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage, languageOf, type Language } from '#platform/text.ts'
import { runDatabaseCommand } from './cli/database-commands.ts'
import { createKeys } from './cli/keys-command.ts'
import { makeLog } from './log.ts'
import { modules } from './modules.ts'
import { openApplication } from './open.ts'

const usage = `zhenyi — 与网页相同的操作 · the same operations as the pages

  zhenyi operations [--json]                    列出全部操作 · list every operation
  zhenyi <module>.<operation> '<json>'          执行一个操作 · run one
  zhenyi <module> <operation> [value]           同上，只有一个参数时 · the same, where it takes one value
      --as <phone | person id | system>         以谁的身份（默认 system）· as whom
      --key <text>                              幂等键 · idempotency key
      --out <file>                              文件类结果写到哪里 · where a file goes
      --language zh-CN | en
  zhenyi audit verify                           核验审计日志 · verify the audit log
  zhenyi ledger verify                          重算账本 · replay the ledger
  zhenyi figures verify <publication>           核对一次发布 · count a publication again
  zhenyi claims verify <text>                   核对一篇公布的文稿 · count a published text again
  zhenyi db migrate | backup <file> | restore <file> | check
  zhenyi keys create <file>                     生成密钥文件 · make a key file
`

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string', default: 'system' },
    key: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const language: Language = languageOf(flags.language ?? process.env['LANG'])

async function main(): Promise<number> {
  const [first, second, ...rest] = positionals
  if (first === undefined || flags.help) return print(usage)
  if (first === 'operations') return listOperations()
  if (first === 'keys' && second === 'create') return print(createKeys(rest[0]))
  if (existsSync('.env')) process.loadEnvFile('.env')
  if (first === 'db') return runDatabaseCommand(second, rest, (text) => print(inLanguage(text, language)))
  const dotted = first.includes('.')
  return runOperation(dotted ? first : `${first}.${second}`, dotted ? second : rest[0])
}

function listOperations(): number {
  const all = modules.flatMap((module) => Object.values(module.operations))
  if (!flags.json)
    return print(all.map((one) => `${one.id.padEnd(40)} ${inLanguage(one.summary, language)}`).join('\n'))
  const described = all.map((one) => ({
    id: one.id,
    kind: one.kind,
    summary: one.summary,
    who: one.who,
    input: z.toJSONSchema(one.input, { io: 'input', unrepresentable: 'any' }),
    output: isFileOperation(one)
      ? { format: 'binary' }
      : z.toJSONSchema(one.output, { unrepresentable: 'any' }),
  }))
  return print(JSON.stringify(described, null, 2))
}

async function runOperation(id: string, argument: string | undefined): Promise<number> {
  const config = readConfig(process.env)
  const opened = await openApplication({
    config,
    log: makeLog({ ...config, logLevel: 'warn' }),
    mode: 'join-or-start',
    onProgress: (text) => void process.stderr.write(`${inLanguage(text, language)}\n`),
  })
  try {
    const operation = opened.app.operations.get(id)
    if (operation === undefined) throw unknownOperation(id)
    const output = await execute(
      opened.app,
      await caller(opened.app),
      operation,
      inputOf(operation, argument) as never,
    )
    if (isFileOperation(operation)) return writeFile(output as FileAnswer)
    print(JSON.stringify(output, null, 2))
    return (output as { intact?: boolean }).intact === false ? 1 : 0
  } finally {
    await opened.close()
  }
}

async function caller(app: Application): Promise<Caller> {
  const at = { db: app.database.db, config: app.config, now: app.clock() }
  return {
    actor: await app.ports.identify(at, { named: flags.as }),
    language,
    origin: 'cli',
    requestId: newId(),
    ...(flags.key === undefined ? {} : { idempotencyKey: flags.key }),
  }
}

/** JSON, or the bare value of an operation's one required field. */
function inputOf(operation: Operation, argument: string | undefined): unknown {
  if (argument === undefined) return {}
  if (argument.trimStart().startsWith('{')) return parsed(argument)
  const shape = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as {
    required?: string[]
  }
  return { [shape.required?.[0] ?? 'value']: argument }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    const why = (error as SyntaxError).message
    throw new Failure(400, 'not-json', {
      zh: `参数不是合法的 JSON（${why}）。请写成 '{"字段": "值"}'，外面用单引号。`,
      en: `The argument is not JSON (${why}). Write '{"field": "value"}', in single quotes.`,
    })
  }
}

function writeFile(file: FileAnswer): number {
  const target = flags.out ?? basename(file.fileName)
  writeFileSync(target, file.content)
  return print(target)
}

const unknownOperation = (id: string) =>
  new Failure(404, 'unknown-operation', {
    zh: `没有名为 ${id} 的操作。用 zhenyi operations 查看全部。`,
    en: `There is no operation ${id}. See zhenyi operations.`,
  })

function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

function explain(error: unknown): number {
  const told = error as {
    text?: { zh: string; en: string }
    zh?: string
    en?: string
    problems?: Failure['problems']
  }
  const text = told.text ?? (told.zh !== undefined ? { zh: told.zh, en: told.en ?? told.zh } : undefined)
  if (text === undefined) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  else process.stderr.write(`${inLanguage(text, language)}\n`)
  for (const problem of told.problems ?? []) {
    process.stderr.write(`  ${problem.field}: ${inLanguage(problem.reason, language)}\n`)
  }
  return 1
}

// A reader who has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main().catch(explain)
