/** The peoples in the names of the autonomous prefectures and counties that are shipped. */
const PEOPLES = '朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|黎|蒙古';
const autonomous = new RegExp(`^(.{2,}?)(?:(?:${PEOPLES})族|蒙古|哈萨克|柯尔克孜)+自治([州县])$`);
const ordinary = /^(.{2,}?)(?:新区|林区|地区|市|区|县|盟)$/;

/**
 * The name without what kind of place it is: 合肥 of 合肥市, 延边 of 延边朝鲜族自治州. Of one sign it stays whole (忠县), as
 * nobody says it otherwise.
 */
export const stemOf = (name: string): string => autonomous.exec(name)?.[1] ?? ordinary.exec(name)?.[1] ?? name;

/** The name as people say it: 延边州 for 延边朝鲜族自治州, and all others as they are. */
export const spoken = (name: string): string => name.replace(autonomous, '$1$2');
