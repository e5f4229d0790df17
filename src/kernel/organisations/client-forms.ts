/** Fields that other parts' desks use too; beside `client.ts`, since every first page carries that one. */
export { OrganisationField, type ChosenOrganisation } from './web/organisation-field.tsx'
