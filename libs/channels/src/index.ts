export { type Channel, type Delivery, type FailureReason, type Message, failureReasons } from './message.ts';
export { type EmailOptions, emailChannel } from './email/email-channel.ts';
export { type ComposedEmail, composeEmail } from './email/compose-email.ts';
