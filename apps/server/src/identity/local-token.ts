import { Injectable } from '@nestjs/common';
import { newSecret, sameSecret } from './secret.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Lets whoever can read owner.json on this machine act as administrator; a new one at every start. */
@Injectable()
export class LocalToken {
  readonly value = newSecret();

  /** True for this very token, sent from this machine. */
  admits(token: string, remoteAddress: string | undefined): boolean {
    return LOOPBACK.test(remoteAddress ?? '') && sameSecret(token, this.value);
  }
}
