import { contextOf, systemCaller } from '#platform/application.ts'
import type { Application } from '#platform/application.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { registerPerson } from '../register-people.ts'
import { DEMO_REGION, residentIdCheck } from '../rules/resident-id.ts'

/** A context as the system has it, for calling front doors in tests. */
export const systemContext = (app: Application): Context => contextOf(app, systemCaller('test'), 'test.test')

/** The identity number of an invented person: the same serial, the same person. */
export function demoNumber(serial: number): string {
  const first17 = `${DEMO_REGION}19800101${String(serial).padStart(3, '0')}`
  return `${first17}${residentIdCheck(first17)}`
}

export async function plantPerson(
  app: Application,
  serial: number,
  homeOrganisationId: string | null,
  name = '张伟',
): Promise<PersonKey> {
  const identity = {
    name,
    documentKind: 'resident-id',
    documentNumber: demoNumber(serial),
    phone: `120${String(serial).padStart(8, '0')}`,
    homeOrganisationId,
  } as const
  const { key } = await registerPerson(systemContext(app), identity)
  return key
}
