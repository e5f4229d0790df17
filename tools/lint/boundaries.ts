import { dirname, relative, resolve } from 'node:path'

/**
 * Who may import whom, each rule with its name (docs/architecture.md). Works on the resolved file, so that a
 * relative path gets nobody past it.
 */
export const KERNEL_ORDER = [
  'city',
  'organisations',
  'people',
  'memberships',
  'access',
  'audit',
  'notifications',
  'files',
  'ledger',
  'review',
  'activities',
  'figures',
  'contests',
  'claims',
  'work',
]

type Place = { path: string; area: string; part: string; inside: string; isTest: boolean }
type Rule = { name: string; why: string; breaks: (from: Place, to: Place) => boolean }

/** A contract of many operations is written in several files: `contract-roster.ts`, `shapes-card.ts`. */
const PLAIN = /^((contract|shapes)(-[a-z-]+)?|permissions|purposes|.*-schema)\.ts$/
/** `client.ts`, and beside it what the first pages must not carry: `client-forms.ts`. */
const CLIENT = /^client(-[a-z-]+)?\.tsx?$/
/** `index.ts`, and beside it what a thread needs without the database: `index-identity.ts`. */
const INDEX = /^index(-[a-z-]+)?\.ts$/
const isWeb = (place: Place) =>
  /^web\//.test(place.inside) || CLIENT.test(place.inside) || /^app\/web\//.test(place.path)
const isServer = (place: Place) =>
  /^server\//.test(place.inside) || (place.area === 'kernel' && INDEX.test(place.inside))
const isModule = (place: Place) => place.area === 'kernel' || place.area === 'programmes'
const sameModule = (a: Place, b: Place) => a.area === b.area && a.part === b.part
/** Platform's own pure functions. */
const PURE_PLATFORM = /^platform\/(text|failures|digest|calendar-day|city-time|tabular\/clean-text)\.ts$/
const WEB_PLATFORM = /^platform\/(client\/.*|contract|text|failures|city-time|tabular\/clean-text)\.tsx?$/

export const rules: readonly Rule[] = [
  {
    name: 'platform-knows-nobody',
    why: 'platform holds no domain word',
    breaks: (from, to) => from.area === 'platform' && to.area !== 'platform',
  },
  {
    name: 'ui-knows-no-data',
    why: 'the design system gets everything as props',
    breaks: (from, to) => from.area === 'ui' && to.area !== 'ui',
  },
  {
    name: 'kernel-knows-no-programme',
    why: 'a programme can be deleted',
    breaks: (from, to) => from.area === 'kernel' && to.area === 'programmes',
  },
  {
    name: 'programmes-are-strangers',
    why: 'programmes meet in the kernel only',
    breaks: (from, to) => from.area === 'programmes' && to.area === 'programmes' && from.part !== to.part,
  },
  {
    name: 'kernel-front-doors',
    why: 'only index.ts, contract.ts (and its plain neighbours) and client.ts of a kernel part are for others',
    breaks: (from, to) =>
      isModule(from) &&
      to.area === 'kernel' &&
      !sameModule(from, to) &&
      !INDEX.test(to.inside) &&
      !CLIENT.test(to.inside) &&
      !PLAIN.test(to.inside),
  },
  {
    name: 'kernel-order',
    why: 'a kernel part stands on earlier parts only',
    breaks: (from, to) =>
      from.area === 'kernel' &&
      to.area === 'kernel' &&
      KERNEL_ORDER.indexOf(to.part) > KERNEL_ORDER.indexOf(from.part),
  },
  {
    name: 'web-never-sees-server',
    why: 'what runs in a browser cannot hold a secret',
    breaks: (from, to) =>
      isWeb(from) && (isServer(to) || (to.area === 'platform' && !WEB_PLATFORM.test(to.path))),
  },
  {
    name: 'server-never-sees-web',
    why: 'pages are not on the server',
    breaks: (from, to) => isServer(from) && (isWeb(to) || to.area === 'ui'),
  },
  {
    name: 'contracts-are-plain',
    why: 'server, browser and CLI read them',
    breaks: (from, to) =>
      isModule(from) &&
      PLAIN.test(from.inside) &&
      !PLAIN.test(to.inside) &&
      !to.inside.startsWith('rules/') &&
      !/^platform\/(contract|text)\.ts$/.test(to.path),
  },
  {
    name: 'rules-are-pure',
    why: 'no database, no clock, no I/O',
    breaks: (from, to) =>
      /(^|\/)rules(\/|\.ts$)/.test(from.inside) &&
      !/(^|\/)rules(\/|\.ts$)/.test(to.inside) &&
      !PLAIN.test(to.inside) &&
      !PURE_PLATFORM.test(to.path),
  },
  {
    name: 'nobody-imports-app',
    why: 'app is the only place that knows everything',
    breaks: (from, to) =>
      to.area === 'app' && !['app', 'tests', 'bench', 'vite.config.ts'].includes(from.area),
  },
  {
    name: 'tests-are-leaves',
    why: 'nothing stands on a test',
    breaks: (from, to) => to.isTest && !from.isTest,
  },
]

const sources = resolve(import.meta.dirname, '../../src')
const repository = resolve(sources, '..')
const ALIAS = /^#(platform|kernel|programmes|ui|app|tests)\//

export function placeOf(file: string): Place | undefined {
  const fromSources = relative(sources, file)
  const path = fromSources.startsWith('..') ? relative(repository, file) : fromSources
  if (path.startsWith('..') || path.startsWith('node_modules')) return undefined
  const [area = '', part = '', ...rest] = path.split('/')
  const hasParts = area === 'kernel' || area === 'programmes'
  const isTest = area === 'tests' || /\.test\.tsx?$/.test(path) || /\/testing(\/|\.ts$)/.test(path)
  return {
    path,
    area,
    part: hasParts ? part : '',
    inside: hasParts ? rest.join('/') : [part, ...rest].join('/'),
    isTest,
  }
}

function targetOf(file: string, source: string): string | undefined {
  if (source.startsWith('.')) return resolve(dirname(file), source)
  if (!ALIAS.test(source)) return undefined
  return source.startsWith('#tests/')
    ? resolve(repository, source.slice(1))
    : resolve(sources, source.slice(1))
}

/** The rule that this import breaks, if any. Tests may look behind front doors. */
export function brokenRule(file: string, source: string): Rule | undefined {
  const from = placeOf(file)
  const target = targetOf(file, source)
  if (from === undefined || target === undefined) return undefined
  const to = placeOf(target)
  if (to === undefined || from.isTest) return undefined
  return rules.find((rule) => rule.breaks(from, to))
}

const IMPURE = /^(node:|pg$|kysely$|fastify|react)/

const boundaries = {
  create(context: any) {
    const check = (node: any) => {
      const source = node?.source?.value
      if (typeof source !== 'string') return
      const broken = brokenRule(context.filename, source)
      // A type is gone before anything runs, so it makes no rule impure.
      if (broken?.name === 'rules-are-pure' && node.importKind === 'type') return
      if (broken !== undefined) context.report({ node, message: `${broken.name}: ${broken.why} (${source})` })
      const from = placeOf(context.filename)
      if (
        from !== undefined &&
        !from.isTest &&
        isModule(from) &&
        /(^|\/)rules(\/|\.ts$)/.test(from.inside) &&
        IMPURE.test(source)
      ) {
        context.report({ node, message: `rules-are-pure: no database, no clock, no I/O (${source})` })
      }
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

export default { meta: { name: 'zhenyi' }, rules: { boundaries } }
