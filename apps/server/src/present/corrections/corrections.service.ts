import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CreateErasure, Erasure } from '@tocsin/contracts';
import { maskAllButLast4, maskIdNumber, maskName, maskPhone, maskText, personKey } from '@tocsin/ingestion';
import {
  type ActionRecord,
  type ImportRecord,
  type OperatorAction,
  type Warehouse,
  getImport,
  operatorActions,
  saveOperatorAction,
} from '@tocsin/warehouse';
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { Audit } from '../../identity/audit.ts';
import { PipelineBell } from '../../pipeline/bell.ts';
import { ImportsUnderWay } from '../../pipeline/imports-under-way.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../../tokens.ts';

type Asked = z.output<typeof CreateErasure.body>;

const shownAs = {
  identity: maskIdNumber,
  phone: maskPhone,
  name: maskName,
  complaint: maskAllButLast4,
};

/** Writes down what is to be taken back or erased, and rings; ingest carries it out. */
@Injectable()
export class CorrectionsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly audit: Audit,
    private readonly bell: PipelineBell,
    private readonly underWay: ImportsUnderWay,
  ) {}

  /** Asks for a batch to be withdrawn, once; another request for the same one answers how the first stands. */
  async withdraw(batchId: string, reason: string, by: string, wait: boolean): Promise<ActionRecord['state']> {
    const before = await this.#withdrawalOf(batchId);
    if (before === undefined || before.state === 'failed') {
      await this.#expectVisible(batchId);
      const named = { kind: 'withdraw', subject: batchId, by: '', key: '', shown: '' } as const;
      await this.#ask({ ...named, reason }, by);
      await this.audit.note(by, 'import-withdrawn', batchId);
    }
    await this.#ring(wait);
    return (await this.#withdrawalOf(batchId))?.state ?? 'waiting';
  }

  /**
   * Has an import broken off before anything of it is visible. Answers when it is over, unless it waits behind another:
   * then it goes when its turn comes. Asking again changes nothing.
   */
  async cancel(batchId: string, by: string): Promise<ImportRecord> {
    const before = await this.#importOf(batchId);
    if (before.state === 'cancelled') return before;
    if (!isUnfinished(before)) throw alreadyOver();
    const asked = await this.warehouse.rows(operatorActions({ kind: 'cancel', subject: batchId }));
    if (asked.length === 0) {
      await this.#ask({ kind: 'cancel', subject: batchId, by: '', key: '', shown: '', reason: '' }, by);
      await this.audit.note(by, 'import-cancelled', batchId);
    }
    const { current } = this.underWay;
    await this.underWay.cancel(batchId);
    await this.#ring(current === undefined);
    const after = await this.#importOf(batchId);
    if (after.state !== 'cancelled' && !isUnfinished(after)) throw alreadyOver();
    return after;
  }

  async erase({ by, value, reason }: Asked, requestedBy: string, wait: boolean): Promise<Erasure> {
    const named = value.trim();
    const key = personKey(this.config.hashKey)(by, named);
    if (key === '') throw nothingNamed();
    const subject = by === 'complaint' ? named : '';
    const id = await this.#ask({ kind: 'erase', subject, by, key, shown: shownAs[by](named), reason }, requestedBy);
    await this.audit.note(requestedBy, 'erasure-requested', id, { by });
    await this.#ring(wait);
    const found = (await this.erasures()).find((one) => one.id === id);
    if (found === undefined) throw new Error(`erasure ${id} was written and is not there`);
    return found;
  }

  /** The newest first. */
  async erasures(): Promise<Erasure[]> {
    const actions = await this.warehouse.rows(operatorActions({ kind: 'erase' }));
    return actions.reverse().flatMap((action) => (action.by === '' ? [] : [{ ...action, by: action.by }]));
  }

  /** A free text may name people; it is kept masked like any other. */
  async #ask(action: Omit<OperatorAction, 'id' | 'requestedAt' | 'requestedBy'>, by: string): Promise<string> {
    // Rising, so that what is asked for in one moment keeps its order.
    const id = `${this.warehouse.nextMark()}-${randomUUID().slice(0, 8)}`;
    const at = this.clock.now().toISOString();
    const reason = maskText(action.reason);
    await saveOperatorAction(this.warehouse, { ...action, reason, id, requestedAt: at, requestedBy: by });
    return id;
  }

  async #ring(wait: boolean): Promise<void> {
    const ended = this.bell.ring({ trigger: 'manual' });
    if (wait) await ended;
  }

  async #withdrawalOf(batchId: string): Promise<ActionRecord | undefined> {
    return (await this.warehouse.rows(operatorActions({ kind: 'withdraw', subject: batchId }))).at(-1);
  }

  async #importOf(batchId: string): Promise<ImportRecord> {
    const record = await this.warehouse.maybeOne(getImport(batchId));
    if (record !== undefined) return record;
    throw new Refusal('not-found', {
      detail: { zh: `没有编号为 ${batchId} 的导入。`, en: `There is no import with the id ${batchId}.` },
    });
  }

  async #expectVisible(batchId: string): Promise<void> {
    const record = await this.#importOf(batchId);
    if (record.state === 'done' && !record.dryRun) return;
    throw new Refusal('conflict', {
      detail: {
        zh: '只有已完成的导入可以撤回：正在进行的请取消，其余的没有写入任何数据。',
        en: 'Only a finished import can be withdrawn: cancel one that is under way; of any other nothing is stored.',
      },
    });
  }
}

const isUnfinished = ({ state }: ImportRecord) => state === 'received' || state === 'running';

const alreadyOver = () =>
  new Refusal('conflict', {
    detail: {
      zh: '该导入已结束，无法取消：已写入的数据请用撤回。',
      en: 'The import is over and can no longer be cancelled: withdraw it to take its rows back.',
    },
  });

const nothingNamed = () =>
  new Refusal('invalid-request', {
    detail: { zh: '请填写要删除的证件号、电话、姓名或投诉编号。', en: 'Say whom or what to erase.' },
    errors: [{ path: 'value', message: 'must not be blank' }],
  });
