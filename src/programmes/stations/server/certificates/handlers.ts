import { proposeSanction } from '../sanctions/propose-sanction.ts'
import { certificate } from './certificate.ts'
import { exportCertificates } from './export-certificates.ts'
import { getStaffCertificate } from './get-staff-certificate.ts'
import { keeperDuties } from './keeper-duties.ts'
import { listCertificates } from './list-certificates.ts'

export const certificateHandlers = {
  certificate,
  listCertificates,
  exportCertificates,
  getStaffCertificate,
  keeperDuties,
  proposeSanction,
}
