/** Invented organisations for the demo city; none of these employers exists. */

export const industries: readonly string[] = [
  '教育',
  '卫生健康',
  '交通运输',
  '住房和城乡建设',
  '财贸轻化',
  '机械冶金建材',
  '能源化工',
  '公共服务',
]

export const departments: readonly string[] = [
  '办公室',
  '组织部',
  '宣传教育和网络工作部',
  '权益保障部',
  '劳动和经济工作部',
  '女职工部',
  '财务部',
  '经费审查委员会办公室',
  '职工服务中心',
]

/** Ends of the names of one union an entry, in every district. */
export const employers: readonly string[] = [
  '晨光家政服务有限公司',
  '鹰眼保安服务有限公司',
  '澧河机械制造有限公司',
  '沙河湾商贸有限公司',
]

export const industryEmployers: readonly string[] = ['第一联合单位', '第二联合单位']
