/** Who is counted where no measure word says it: 76万群众, 百万移民. */
const BEHIND =
  /^(?:名|位)?(?:困难|贫困|农村|城市|城镇|一线|女|在职|退休|进城|适龄|留守)?(?:群众|职工|农民工|工人|员工|劳动者|会员|党员|干部|居民|村民|农民|市民|移民|人口|人才|学生|学子|考生|教师|医生|护士|儿童|婴幼儿|孩子|青年|妇女|老人|老年人|残疾人|志愿者|游客|旅客|乘客|观众|患者|骑手|司机|快递员|代表|选民)/
/** 人口超过一千万: who is counted was said before. */
const BEFORE = /(?:人口|人数|人才|职工|会员)(?:总量|总数|规模)?(?:已|均|达|为)?$/

/** Whether the noun behind a number, or the one right before it, says that it counts persons. */
export const countsPersons = (plain: string, start: number, end: number): boolean =>
  BEHIND.test(plain.slice(end, end + 8)) || BEFORE.test(plain.slice(Math.max(0, start - 8), start))
