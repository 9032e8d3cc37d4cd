import type { Text } from '../../client/types'

export interface Place { column: number; row: number; name: Text }

const at = (column: number, row: number, zh: string, en: string): Place => ({ column, row, name: { zh, en } })

/** One tile a province, by the first two digits of its code. It is a figure, not a map: it has no borders. */
export const CHINA: Readonly<Record<string, Place>> = {
  '23': at(8, 0, '黑龙江', 'Heilongjiang'),
  '65': at(0, 1, '新疆', 'Xinjiang'),
  '15': at(5, 1, '内蒙古', 'Inner Mongolia'),
  '21': at(7, 1, '辽宁', 'Liaoning'),
  '22': at(8, 1, '吉林', 'Jilin'),
  '62': at(2, 2, '甘肃', 'Gansu'),
  '64': at(3, 2, '宁夏', 'Ningxia'),
  '14': at(4, 2, '山西', 'Shanxi'),
  '13': at(5, 2, '河北', 'Hebei'),
  '11': at(6, 2, '北京', 'Beijing'),
  '12': at(7, 2, '天津', 'Tianjin'),
  '54': at(0, 3, '西藏', 'Tibet'),
  '63': at(1, 3, '青海', 'Qinghai'),
  '51': at(2, 3, '四川', 'Sichuan'),
  '61': at(3, 3, '陕西', 'Shaanxi'),
  '41': at(4, 3, '河南', 'Henan'),
  '37': at(5, 3, '山东', 'Shandong'),
  '50': at(3, 4, '重庆', 'Chongqing'),
  '42': at(4, 4, '湖北', 'Hubei'),
  '34': at(5, 4, '安徽', 'Anhui'),
  '32': at(6, 4, '江苏', 'Jiangsu'),
  '31': at(7, 4, '上海', 'Shanghai'),
  '53': at(2, 5, '云南', 'Yunnan'),
  '52': at(3, 5, '贵州', 'Guizhou'),
  '43': at(4, 5, '湖南', 'Hunan'),
  '36': at(5, 5, '江西', 'Jiangxi'),
  '33': at(6, 5, '浙江', 'Zhejiang'),
  '45': at(3, 6, '广西', 'Guangxi'),
  '44': at(4, 6, '广东', 'Guangdong'),
  '35': at(5, 6, '福建', 'Fujian'),
  '71': at(7, 6, '台湾', 'Taiwan'),
  '46': at(3, 7, '海南', 'Hainan'),
  '82': at(4, 7, '澳门', 'Macao'),
  '81': at(5, 7, '香港', 'Hong Kong'),
}
