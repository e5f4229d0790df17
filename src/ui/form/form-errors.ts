import { createContext, useContext } from 'react'
import type { FieldErrors } from './field-errors.ts'

/** What is wrong with the form around a field, by the fields' names. */
export const FormErrorsContext = createContext<FieldErrors>({})

export const useFormErrors = () => useContext(FormErrorsContext)
