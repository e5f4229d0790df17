import { z } from 'zod'

/** How somebody works. The first four are the new forms of employment that the law names. */
export const employment = z.enum([
  'courier',
  'rider',
  'truck-driver',
  'ride-hailing-driver',
  'domestic-worker',
  'nurse-aide',
  'security-guard',
  'shop-guide',
  'house-agent',
  'ordinary',
])
export type Employment = z.infer<typeof employment>

export const education = z.enum([
  'doctor',
  'master',
  'bachelor',
  'college',
  'vocational',
  'senior',
  'junior',
  'primary',
])
export type Education = z.infer<typeof education>

/** Levels of skill by the national scale, 5 the first; `none` where somebody has none. */
export const skill = z.enum(['none', '5', '4', '3', '2', '1'])
export type Skill = z.infer<typeof skill>

export const household = z.enum(['rural', 'urban'])
export type Household = z.infer<typeof household>

export type Sex = 'male' | 'female'
