import type { Sentence } from '@tocsin/contracts';
import { CronTime } from 'cron';
import { Refusal } from '../../refusal.ts';

/** A feed that is pulled: where from, when, and with what the other side asks for. The secret is in the clear here. */
export interface Pull {
  readonly feed: string;
  readonly profile: string;
  /** `https://…`, `http://…` or `s3://bucket/prefix`. */
  readonly url: string;
  /** Cron of five fields, in the product's zone. */
  readonly schedule: string;
  /** Address of the S3-compatible storage; '' is Amazon's of the region. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  /** '' where there is none; undefined where it was sealed under another key than the server has now. */
  readonly secretKey: string | undefined;
}

export type Target =
  | { readonly kind: 'file'; readonly url: URL }
  | { readonly kind: 'bucket'; readonly endpoint: URL; readonly bucket: string; readonly prefix: string };

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;
const REGION = /^[a-z0-9-]{1,40}$/;

/** What the address of a pull means. Throws a Refusal that says what is wrong with it. */
export function targetOf({ url, endpoint, region }: Pick<Pull, 'url' | 'endpoint' | 'region'>): Target {
  if (!url.startsWith('s3:')) return { kind: 'file', url: webAddress(url, 'pull.url') };
  const [, bucket, prefix = ''] = BUCKET.exec(url) ?? [];
  if (bucket === undefined) throw wrong('pull.url', notABucket);
  if (!REGION.test(region)) throw wrong('pull.region', notARegion);
  const address = endpoint === '' ? `https://s3.${region}.amazonaws.com` : endpoint;
  return { kind: 'bucket', endpoint: webAddress(address, 'pull.endpoint'), bucket, prefix };
}

/** When the pull is due next after `after`. Throws a Refusal for a schedule that is none. */
export function nextPull(schedule: string, after: Date, timeZone: string): Date {
  if (schedule.trim().split(/\s+/).length !== 5) throw wrong('pull.schedule', notASchedule(schedule));
  try {
    return new CronTime(schedule, timeZone).getNextDateFrom(after, timeZone).toJSDate();
  } catch {
    throw wrong('pull.schedule', notASchedule(schedule));
  }
}

/** Refuses, when a feed is kept, what could never be pulled: an address or a schedule that is none. */
export function checkPull(pull: Pick<Pull, 'url' | 'endpoint' | 'region' | 'schedule'>, at: Date, zone: string): void {
  targetOf(pull);
  nextPull(pull.schedule, at, zone);
}

function webAddress(text: string, path: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) throw wrong(path, notAnAddress);
  if (url.username !== '' || url.password !== '') throw wrong(path, secretInAddress);
  return url;
}

const wrong = (path: string, detail: Sentence) =>
  new Refusal('invalid-request', { detail, errors: [{ path, message: detail.en }] });

const notAnAddress = {
  zh: '拉取地址无法识别：请填写以 https://、http:// 开头的文件地址，或 s3://存储桶/前缀。',
  en: 'The address to pull from is none: give that of a file, https://… or http://…, or s3://bucket/prefix.',
};
const secretInAddress = {
  zh: '拉取地址中含有用户名或密码：请从地址中删去，密钥请填写在专用栏中。',
  en: 'The address to pull from holds a name or password: take it out, and use the fields made for keys.',
};
const notABucket = {
  zh: '存储桶地址无法识别：请按 s3://存储桶/前缀 填写，存储桶名为 3 至 63 位小写字母、数字、点或连字符。',
  en: 'The address of the bucket is none: write s3://bucket/prefix, with a bucket of 3 to 63 small letters, digits, dots and hyphens.',
};
const notARegion = {
  zh: '区域无法识别：请填写存储服务的区域代码，例如 us-east-1。',
  en: 'The region is none: give the code of the storage, such as us-east-1.',
};
const notASchedule = (schedule: string) => ({
  zh: `“${schedule}”不是有效的定时表达式：请按“分 时 日 月 星期”填写五项，例如每天 6:30 为 30 6 * * *。`,
  en: `"${schedule}" is not a schedule: give the five fields minute, hour, day, month and weekday, such as 30 6 * * * for 6:30 every day.`,
});
