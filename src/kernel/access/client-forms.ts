/** Forms that other parts' desks use too; beside `client.ts`, since every first page carries that one. */
export { FindPerson, type Found } from './web/find-person.tsx'
