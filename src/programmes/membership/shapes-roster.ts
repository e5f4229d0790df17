import { z } from 'zod'

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
