export { type AlertPolicy, type RulePolicy, defaultPolicy, policyOf } from './policy.ts';
export { type Excess, compareLevels, levelOf, lowerLevel } from './level-of.ts';
export type { AlertState, SeriesSignal } from './series-signal.ts';
export { isActive, withoutWaiting } from './active-hours.ts';
export { type Transition, decide } from './decide.ts';
export { type FactCircumstances, decideFact } from './decide-fact.ts';
export { decideDelivery } from './decide-delivery.ts';
export { feedOfSeries, feedSeriesKey } from './feed-series.ts';
export { switchOff } from './switch-off.ts';
export { isCalm } from './is-calm.ts';
export { type Reason, because, levelNames } from './because.ts';
export { type NameOf, clusterHeadline, headline, sliceName } from './headline.ts';
export {
  type Channel,
  type EventToTell,
  type LastNotice,
  type NotificationDecision,
  type NotificationPolicy,
  decideNotification,
  defaultNotificationPolicy,
} from './decide-notification.ts';
export { retryAt } from './retry-at.ts';
export { defaultTriggerRules } from './default-triggers.ts';
export { defaultFeedRules, defaultRules, shippedRules } from './default-rules.ts';
