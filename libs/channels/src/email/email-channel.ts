import { createTransport } from 'nodemailer';
import type { Channel, Delivery, Message } from '../message.ts';
import { composeEmail } from './compose-email.ts';
import { failureOf } from './failure-of.ts';

export interface EmailOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. STARTTLS is used wherever the server offers it. */
  readonly url: string;
  /** Sender, `name@host` or `Name <name@host>`. */
  readonly from: string;
  /** How long to wait for a connection, and for each answer. */
  readonly timeoutMs?: number;
}

/** E-mail by SMTP. One mail per call, whatever the number of messages; a new connection each time, none kept open. */
export function emailChannel({ url, from, timeoutMs = 10_000 }: EmailOptions): Channel {
  const transport = createTransport(
    {
      url,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // A mail is made here and nowhere else: nothing is read from files or the network for it.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    name: 'email',
    async send(recipient: string, messages: readonly Message[], id: string): Promise<Delivery> {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      try {
        await transport.sendMail({ to: recipient, ...composeEmail(messages), messageId: `<${id}@tocsin>`, headers });
        return { kind: 'delivered' };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => Promise.resolve(transport.close()),
  };
}
