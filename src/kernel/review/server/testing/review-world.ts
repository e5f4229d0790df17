import { contextOf, makeApplication, systemCaller, type Application } from '#platform/application.ts'
import type { Actor, Context } from '#platform/context.ts'
import type { InputOf, Operation, OutputOf } from '#platform/contract.ts'
import { execute } from '#platform/execute.ts'
import type { Module } from '#platform/module.ts'
import { modules } from '#app/modules.ts'
import { makeWorld, type Client, type World } from '#tests/world.ts'
import { plantTree, type PlantedTree } from '#kernel/organisations/server/testing/plant-tree.ts'
import type { ReviewCase } from '../case.ts'
import { openCase, type NewCase } from '../open-case.ts'
import { garden, gardenModule } from './procedure.ts'

export type ReviewWorld = {
  readonly world: World
  readonly app: Application
  readonly tree: PlantedTree
  as(actor: Actor): Client
  /** Runs a front-door function as somebody, in a transaction. */
  inside<T>(actor: Actor, run: (ctx: Context) => Promise<T>): Promise<T>
  open(actor: Actor, wish?: Partial<NewCase>): Promise<ReviewCase>
  close(): Promise<void>
}

export const system: Actor = { kind: 'system', name: 'test' }

/** A city with a tree, and the garden programme besides the real ones. */
export async function makeReviewWorld(options: { now?: Date; garden?: Module } = {}): Promise<ReviewWorld> {
  const world = await makeWorld(options.now === undefined ? {} : { now: options.now })
  const app = makeApplication({ ...world.app, modules: [...modules, options.garden ?? gardenModule()] })
  const tree = await plantTree(world.owner.db)
  const caller = (actor: Actor) => ({ ...systemCaller('test'), origin: 'test' as const, actor })
  const inside = <T>(actor: Actor, run: (ctx: Context) => Promise<T>): Promise<T> => {
    const ctx = contextOf(app, caller(actor), 'garden.test')
    return ctx.db.transaction().execute((db) => run({ ...ctx, db }))
  }
  let opened = 0
  return {
    world,
    app,
    tree,
    inside,
    as: (actor) => ({
      call: <P extends Operation>(operation: P, input: InputOf<P>): Promise<OutputOf<P>> =>
        execute(app, caller(actor), operation, input),
    }),
    open: (actor, wish = {}) =>
      inside(actor, (ctx) =>
        openCase(ctx, garden, {
          subject: `garden.plot:${(opened += 1)}`,
          organisationId: tree.xinhuaUnion.id,
          summary: `第${opened}号地块`,
          ...wish,
        }),
      ),
    close: () => world.close(),
  }
}

export const draft = {
  title: '关于王小明使用菜园地块的公示',
  body: '王小明（身份证 410499198001010011，电话 12000000001）申请第1号地块。',
  subjects: [
    { kind: 'person' as const, label: { zh: '申请人', en: 'Applicant' }, value: '王小明' },
    { kind: 'unit' as const, label: { zh: '单位', en: 'Unit' }, value: '晨光家政公司工会' },
  ],
}
