import type { AlertEvent, Level, Sentence } from '@tocsin/contracts';
import type { Message } from '../message.ts';
import { escapeHtml } from './escape-html.ts';

export interface ComposedEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Levels carry a word and a shape, never colour alone. */
const LEVELS: Readonly<Record<Level, Sentence & { readonly shape: string; readonly colour: string }>> = {
  blue: { shape: '●', zh: '蓝', en: 'Blue', colour: '#2868E5' },
  yellow: { shape: '▲', zh: '黄', en: 'Yellow', colour: '#8E6A03' },
  orange: { shape: '◆', zh: '橙', en: 'Orange', colour: '#A85200' },
  red: { shape: '■', zh: '红', en: 'Red', colour: '#A01020' },
};

const KINDS: Readonly<Record<AlertEvent['kind'], Sentence>> = {
  opened: { zh: '新预警', en: 'New warning' },
  raised: { zh: '升级', en: 'Raised' },
  lowered: { zh: '降级', en: 'Lowered' },
  continued: { zh: '持续', en: 'Still firing' },
  reopened: { zh: '再次触发', en: 'Reopened' },
  resolved: { zh: '已解除', en: 'Resolved' },
};

/** Of a warning about a feed: nobody shall read in it that complaints rose. */
const DATA_KINDS: Readonly<Record<AlertEvent['kind'], Sentence>> = {
  opened: { zh: '数据缺失', en: 'Data missing' },
  raised: { zh: '数据缺失升级', en: 'Data missing, raised' },
  lowered: { zh: '数据缺失降级', en: 'Data missing, lowered' },
  continued: { zh: '数据仍缺失', en: 'Data still missing' },
  reopened: { zh: '数据再次缺失', en: 'Data missing again' },
  resolved: { zh: '数据预警已解除', en: 'Data warning resolved' },
};

const kindOf = ({ alert, event }: Message): Sentence => (alert.feed === null ? KINDS : DATA_KINDS)[event.kind];

/** The longest subject that mail programs show in full. */
const SUBJECT_LENGTH = 120;

/**
 * One mail about one or more warnings: subject, plain text and simple HTML, Chinese first, then English.
 *
 * The HTML loads nothing: no pictures, fonts or styles from elsewhere, so opening it tells nobody anything. All text is
 * escaped; line breaks never reach the subject.
 */
export function composeEmail(messages: readonly Message[]): ComposedEmail {
  return {
    subject: subjectOf(messages),
    text: [textIn('zh', messages), textIn('en', messages)].join('\n\n――――――――\n\n') + '\n',
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>诉警 Tocsin</title></head><body style="margin:0;padding:24px;font:15px/1.6 system-ui,sans-serif;color:#1B2733;background:#FFFFFF">${htmlIn('zh', messages)}<hr style="border:0;border-top:1px solid #E1E6EB;margin:24px 0">${htmlIn('en', messages)}</body></html>`,
  };
}

function subjectOf(messages: readonly Message[]): string {
  const [first] = messages;
  if (first === undefined) throw new RangeError('composeEmail: no messages. Do not send an empty mail.');
  const { shape, zh } = LEVELS[first.event.level];
  const text =
    messages.length === 1
      ? `【诉警】${shape}${zh} ${kindOf(first).zh}：${first.alert.headline.zh}`
      : `【诉警】${messages.length} 条预警 ${messages.length} warnings ${tally(messages)}`;
  const line = text.replace(/\s+/g, ' ');
  return line.length > SUBJECT_LENGTH ? `${line.slice(0, SUBJECT_LENGTH - 1)}…` : line;
}

/** "■1 ◆2": how many of each level, the highest first. */
function tally(messages: readonly Message[]): string {
  const parts = (['red', 'orange', 'yellow', 'blue'] as const).flatMap((level) => {
    const count = messages.filter(({ event }) => event.level === level).length;
    return count === 0 ? [] : [`${LEVELS[level].shape}${count}`];
  });
  return parts.join(' ');
}

function textIn(language: 'zh' | 'en', messages: readonly Message[]): string {
  return messages
    .map((message) => {
      const { alert, event, link } = message;
      const level = LEVELS[event.level];
      const lines = [
        `${level.shape} ${level[language]} · ${kindOf(message)[language]}`,
        alert.headline[language],
        event.because[language],
        ...(link === undefined ? [] : [link]),
      ];
      return lines.join('\n');
    })
    .join('\n\n');
}

function htmlIn(language: 'zh' | 'en', messages: readonly Message[]): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const blocks = messages.map((message) => {
    const { alert, event, link } = message;
    const level = LEVELS[event.level];
    const headline = escapeHtml(alert.headline[language]);
    const linked =
      link === undefined ? headline : `<a href="${escapeHtml(link)}" style="color:#0F6E84">${headline}</a>`;
    return (
      `<div style="margin:0 0 16px"><div style="color:${level.colour};font-weight:600">` +
      `${level.shape} ${level[language]} · ${kindOf(message)[language]}</div>` +
      `<div style="font-size:16px">${linked}</div>` +
      `<div style="color:#51606E">${escapeHtml(event.because[language])}</div></div>`
    );
  });
  return `<div lang="${lang}">${blocks.join('')}</div>`;
}
