import { type Channel, emailChannel } from '@tocsin/channels';
import type { Config } from '../config.ts';

/** A channel with everybody who is told by it. */
export interface Audience {
  readonly channel: Channel;
  readonly recipients: readonly string[];
}

export const AUDIENCES = Symbol('audiences');

/** The channels outside the server that are configured; none without a mail server or without recipients. */
export function openChannels({ smtp }: Config): Audience[] {
  if (smtp.url === undefined || smtp.to.length === 0) return [];
  return [{ channel: emailChannel({ url: smtp.url, from: smtp.from }), recipients: smtp.to }];
}
