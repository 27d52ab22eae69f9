import type {
  GetAlertReply,
  GetBreakdownReply,
  GetSeriesReply,
  Import,
  ListAlertsReply,
  ListRulesReply,
} from '@tocsin/contracts';
import { type RunningServer, createServer } from '@tocsin/server';

/** A clock that stands still until the test moves it. */
export class SetClock {
  #now: Date;

  constructor(at: string) {
    this.#now = new Date(at);
  }

  now(): Date {
    return this.#now;
  }

  set(at: string): void {
    this.#now = new Date(at);
  }
}

/** The whole server in this process, on a clock of the test's and without a schedule of its own. */
export class WatchedServer {
  readonly #server: RunningServer;

  private constructor(server: RunningServer) {
    this.#server = server;
  }

  static async start(directory: string, clock: SetClock, smtpUrl?: string): Promise<WatchedServer> {
    const overrides = {
      dataDirectory: directory,
      port: 0,
      schedule: false,
      ...(smtpUrl !== undefined && { smtp: { url: smtpUrl, from: 'tocsin@example.test', to: ['risk@example.test'] } }),
    };
    return new WatchedServer(await createServer(overrides, { clock, quiet: true }));
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#server.localToken}`, ...init.headers };
    return fetch(this.#server.url + path, { ...init, headers });
  }

  /** Runs the five stages; with `since` also over the history from that day on. Throws what a stage threw. */
  async run(since?: string): Promise<void> {
    const outcomes = await this.#server.pipeline.run({ trigger: 'manual', since });
    for (const { error } of outcomes) if (error !== undefined) throw error;
  }

  /** Hands rows in and waits until they are visible in every figure; by an API key, or as whoever sits at the machine. */
  async import(
    body: string,
    contentType: 'text/csv' | 'application/x-ndjson',
    name = '',
    key?: string,
  ): Promise<Import> {
    const query = `profile=canonical&wait=true&name=${encodeURIComponent(name)}`;
    const headers = { 'content-type': contentType, ...(key !== undefined && { authorization: `Bearer ${key}` }) };
    const init = { method: 'POST', headers, body };
    return (await this.#json<Import>(`/api/v1/imports?${query}`, init)) as Import;
  }

  /** Takes the import of that name back, and looks at what is left. */
  async withdraw(name: string): Promise<void> {
    const { imports } = await this.get<{ imports: Import[] }>('/api/v1/imports');
    const id = imports.find((one) => one.name === name)?.id;
    await this.post(`/api/v1/imports/${id}/withdraw?wait=true`, { reason: name });
    await this.run();
  }

  async put(path: string, method: 'POST' | 'PUT', csv: string): Promise<void> {
    await this.#json(path, { method, headers: { 'content-type': 'text/csv' }, body: csv });
  }

  async post(path: string, body: object): Promise<void> {
    await this.send('POST', path, body);
  }

  send<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> {
    return this.#json<T>(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  get<T>(path: string): Promise<T> {
    return this.#json<T>(path);
  }

  async series(query: string): Promise<GetSeriesReply['points']> {
    return (await this.#json<GetSeriesReply>(`/api/v1/series?${query}`)).points;
  }

  async breakdown(query: string): Promise<GetBreakdownReply['rows']> {
    return (await this.#json<GetBreakdownReply>(`/api/v1/breakdown?${query}`)).rows;
  }

  async rules(): Promise<ListRulesReply['rules']> {
    return (await this.#json<ListRulesReply>('/api/v1/rules')).rules;
  }

  async alerts(): Promise<ListAlertsReply['alerts']> {
    return (await this.#json<ListAlertsReply>('/api/v1/alerts?state=any&limit=500')).alerts;
  }

  alert(id: string): Promise<GetAlertReply> {
    return this.#json(`/api/v1/alerts/${id}`);
  }

  async #json<T>(path: string, init: RequestInit = {}): Promise<T> {
    const answer = await this.fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
