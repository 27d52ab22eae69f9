import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ListViews, Role, SavedView, SavedViewInput } from '@tocsin/contracts';
import { type ViewRecord, type Warehouse, saveView, savedViews } from '@tocsin/warehouse';
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Caller } from '../../identity/caller.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';

type Input = z.output<typeof SavedViewInput>;

/** Who may lay a view before everybody. */
const SHARERS: readonly Role[] = ['admin', 'risk', 'analyst'];
/** More than anybody reads; a mistake or a program gone wild. */
const MOST_VIEWS = 200;

/** Keeps views: private ones for their owner, shared ones for all. */
@Injectable()
export class ViewsService {
  /** One change at a time: two people never take the same version number. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(caller: Caller): Promise<z.output<typeof ListViews.reply>> {
    const records = await this.#visibleTo(caller);
    const views = records.map((record) => shown(record, caller));
    views.sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
    return { views, mayShare: SHARERS.includes(caller.role), mayDefault: caller.role === 'admin' };
  }

  create(input: Input, caller: Caller): Promise<SavedView> {
    return this.#alone(async () => {
      checkRights(input, caller);
      const own = (await this.#visibleTo(caller)).filter(({ owner }) => owner === caller.name);
      if (own.length >= MOST_VIEWS) throw tooMany();
      return this.#keep({ id: randomUUID(), version: 0, owner: caller.name }, input, caller);
    });
  }

  put(id: string, input: Input, caller: Caller): Promise<SavedView> {
    return this.#alone(async () => {
      const before = await this.#changeable(id, caller);
      checkRights(input, caller);
      return this.#keep(before, input, caller);
    });
  }

  remove(id: string, caller: Caller): Promise<void> {
    return this.#alone(async () => {
      const { version, owner, view } = await this.#changeable(id, caller);
      const at = this.clock.now();
      await saveView(this.warehouse, { id, version: version + 1, owner, view, removed: true, at, by: caller.name });
    });
  }

  #visibleTo(caller: Caller): Promise<ViewRecord[]> {
    return this.warehouse.rows(savedViews({ owner: caller.name }));
  }

  /** The view, if the caller may change it. What they may not even see is not there for them. */
  async #changeable(id: string, caller: Caller): Promise<ViewRecord> {
    const found = (await this.#visibleTo(caller)).find((record) => record.id === id);
    if (found === undefined) throw unknown(id);
    if (!mayChange(found, caller)) throw notYours(found);
    return found;
  }

  async #keep(before: Pick<ViewRecord, 'id' | 'version' | 'owner'>, view: Input, caller: Caller): Promise<SavedView> {
    const { id, owner } = before;
    const version = before.version + 1;
    const at = this.clock.now();
    await saveView(this.warehouse, { id, version, owner, view, removed: false, at, by: caller.name });
    return shown({ id, version, owner, view, savedAt: at.toISOString() }, caller);
  }

  #alone<Result>(change: () => Promise<Result>): Promise<Result> {
    const changed = this.#changing.then(change);
    this.#changing = changed.catch(() => undefined);
    return changed;
  }
}

const mayChange = ({ owner, view }: ViewRecord, { name, role }: Caller) =>
  owner === name || (view.visibility === 'shared' && role === 'admin');

const shown = (record: ViewRecord, caller: Caller): SavedView => {
  const { id, version, owner, view, savedAt } = record;
  return { ...view, id, version, owner, mayChange: mayChange(record, caller), savedAt };
};

function checkRights({ visibility, defaultFor }: Input, { role }: Caller): void {
  if (visibility === 'shared' && !SHARERS.includes(role)) throw notAllowed(mayNotShare);
  if (defaultFor.length === 0) return;
  if (role !== 'admin') throw notAllowed(mayNotDefault);
  if (visibility === 'private') throw new Refusal('unprocessable', { detail: sharedFirst });
}

const notAllowed = (detail: { zh: string; en: string }) => new Refusal('not-allowed', { detail });
const mayNotShare = {
  zh: '您的角色不能共享视图：请保存为私有，或请管理员、消保、分析人员共享。',
  en: 'Your role cannot share views: keep it private, or ask an administrator, risk or an analyst to share it.',
};
const mayNotDefault = {
  zh: '只有管理员可以指定角色的默认视图：请去掉默认角色后再保存。',
  en: 'Only administrators say which view a role starts with: save it without default roles.',
};
const sharedFirst = {
  zh: '默认视图必须是共享的：请把可见范围改为共享。',
  en: 'A view that a role starts with must be shared: set its visibility to shared.',
};
const unknown = (id: string) =>
  new Refusal('not-found', {
    detail: { zh: `没有视图 ${id}：请刷新视图列表。`, en: `There is no view ${id}: reload the list of views.` },
  });
const notYours = ({ owner, view }: ViewRecord) =>
  new Refusal('not-allowed', {
    detail: {
      zh: `视图“${view.name}”属于 ${owner}：请另存为自己的视图。`,
      en: `The view “${view.name}” belongs to ${owner}: save your own under another name.`,
    },
  });
const tooMany = () =>
  new Refusal('conflict', {
    detail: {
      zh: `每人最多保存 ${MOST_VIEWS} 个视图：请先删除不用的。`,
      en: `A person keeps at most ${MOST_VIEWS} views: delete some that you no longer need.`,
    },
  });
