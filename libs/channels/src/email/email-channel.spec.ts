import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../message.ts';
import { composeEmail } from './compose-email.ts';
import { emailChannel } from './email-channel.ts';

const message = (more: Partial<Message['alert']> = {}, level: Message['event']['level'] = 'orange'): Message => ({
  alert: {
    id: 'a1',
    ruleId: 'region-week',
    ruleVersion: 1,
    ruleLabel: { zh: '地区周投诉量异常', en: 'Unusual week by region' },
    slice: { region: '340000' },
    grain: 'week',
    state: 'open',
    level,
    peakLevel: level,
    openedAt: '2026-11-16T02:00:00.000Z',
    changedAt: '2026-11-16T02:00:00.000Z',
    resolvedAt: null,
    firstBucket: '2026-11-16',
    lastBucket: '2026-11-16',
    observed: 62,
    expected: 21,
    upper: 38,
    pValue: 1e-6,
    headline: { zh: '安徽：11月16日当周 62 件, 预期 21', en: 'Anhui: Week of 16 Nov: 62 cases, 21 expected' },
    feed: null,
    ...more,
  },
  event: {
    seq: 1,
    kind: 'opened',
    at: '2026-11-16T02:00:00.000Z',
    bucket: '2026-11-16',
    level,
    because: { zh: '首次超出, 橙色', en: 'First excess, orange' },
  },
  link: 'https://tocsin.example/warnings/a1',
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A real SMTP server on a free port that keeps what it is sent. */
async function startServer(options: SMTPServerOptions = {}) {
  const received: { from: string; to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        received.push({ from, to: rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { received, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

const channelAt = (url: string) => {
  const channel = emailChannel({ url, from: 'Tocsin <tocsin@example.org>', timeoutMs: 700 });
  stops.push(() => channel.close());
  return channel;
};

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

describe('e-mail', () => {
  it('arrives, with text and HTML, from the sender to the recipient', async () => {
    const { received, url } = await startServer();
    expect(await channelAt(url).send('risk@example.org', [message()], 'n1')).toEqual({ kind: 'delivered' });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from: 'tocsin@example.org', to: ['risk@example.org'] });
    const { source } = received[0]!;
    expect(source).toContain('multipart/alternative');
    expect(source).toContain('Message-ID: <n1@tocsin>');
    expect(source).toContain('Auto-Submitted: auto-generated');
  });

  it('that nobody takes is unreachable, and may be tried again', async () => {
    const channel = channelAt('smtp://127.0.0.1:1');
    const delivery = await channel.send('risk@example.org', [message()], 'n1');
    expect(delivery).toMatchObject({ kind: 'failed', reason: 'unreachable', retry: true });
  });

  it('to a server that never answers ends in time', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
    stops.push(() => new Promise((resolve) => silent.close(() => resolve())));
    const channel = channelAt(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const delivery = await channel.send('risk@example.org', [message()], 'n1');
    expect(delivery).toMatchObject({ kind: 'failed', reason: 'timeout', retry: true });
  });

  it.each([
    [550, false],
    [450, true],
  ])('to an address that the server refuses with %d: tried again is %s', async (code, retry) => {
    const { url } = await startServer({ onRcptTo: (_address, _session, done) => done(refusal(code, 'no such user')) });
    const delivery = await channelAt(url).send('gone@example.org', [message()], 'n1');
    expect(delivery).toMatchObject({ kind: 'failed', reason: 'recipient-refused', retry });
  });

  it('that the server refuses to take is not tried again', async () => {
    const { url } = await startServer({
      onData(stream, _session, done) {
        stream.on('data', () => undefined);
        stream.on('end', () => done(refusal(554, 'looks like spam')));
      },
    });
    const delivery = await channelAt(url).send('risk@example.org', [message()], 'n1');
    expect(delivery).toMatchObject({ kind: 'failed', reason: 'message-refused', retry: false });
    expect(delivery).toHaveProperty('detail', expect.stringContaining('looks like spam'));
  });

  it('with wrong credentials waits for somebody to mend them', async () => {
    const { url } = await startServer({
      authOptional: false,
      authMethods: ['PLAIN'],
      onAuth: (_auth, _session, done) => done(refusal(535, 'bad credentials')),
    });
    const withUser = url.replace('smtp://', 'smtp://tocsin:wrong@');
    const delivery = await channelAt(withUser).send('risk@example.org', [message()], 'n1');
    expect(delivery).toMatchObject({ kind: 'failed', reason: 'unauthorised', retry: true });
  });
});

describe('the composed mail', () => {
  it('says it in both languages, with word and shape of the level', () => {
    const { subject, text } = composeEmail([message()]);
    expect(subject).toBe('【诉警】◆橙 新预警：安徽：11月16日当周 62 件, 预期 21');
    expect(text).toContain('◆ 橙 · 新预警\n安徽：11月16日当周 62 件, 预期 21\n首次超出, 橙色');
    expect(text).toContain(
      '◆ Orange · New warning\nAnhui: Week of 16 Nov: 62 cases, 21 expected\nFirst excess, orange',
    );
    expect(text).toContain('https://tocsin.example/warnings/a1');
  });

  it('does not read as if complaints rose when a feed is late', () => {
    const headline = {
      zh: '数据源“每日导出”：应于 2026-11-16 09:00 前送达的数据没有来',
      en: 'Feed “Nightly”: not here',
    };
    const { subject, text } = composeEmail([message({ feed: 'nightly', headline }, 'blue')]);
    expect(subject).toBe('【诉警】●蓝 数据缺失：数据源“每日导出”：应于 2026-11-16 09:00 前送达的数据没有来');
    expect(text).toContain('● Blue · Data missing\nFeed “Nightly”: not here');
  });

  it('puts several warnings into one, counted by level', () => {
    const { subject, text } = composeEmail([message(), message({}, 'red'), message()]);
    expect(subject).toBe('【诉警】3 条预警 3 warnings ■1 ◆2');
    expect(text.match(/新预警/g)).toHaveLength(3);
  });

  it('loads nothing and lets no text become markup or a header', () => {
    const headline = { zh: '<img src=x onerror=alert(1)>\r\nBcc: all@example.org', en: '"quoted" & \'more\'' };
    const { subject, html } = composeEmail([message({ headline })]);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(|src=["']?http/i);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&quot;quoted&quot; &amp; &#39;more&#39;');
  });

  it('is never empty', () => expect(() => composeEmail([])).toThrow(RangeError));
});
