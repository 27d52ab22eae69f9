import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import type { Sentence } from '@tocsin/contracts';
import { type ImportRecord, type Warehouse, findDeliveredImport } from '@tocsin/warehouse';
import { Refusal } from '../../refusal.ts';
import type { ImportsService } from '../imports.service.ts';
import { tooLarge } from '../inbox/receive-body.ts';
import { type Claim, keyOf } from './claim.ts';
import type { Outcome } from './claim-report.ts';
import { codeOf } from './file-error.ts';
import { cannotBeRead } from './folder-trouble.ts';

/** How far a claim is: over, on its way, or to be handed in later because too many files wait. */
export type Progress = Outcome | 'on-its-way' | 'busy';

/**
 * Hands claimed files in and follows their imports. A claim is asked for by its key first, whatever became of its import:
 * after a crash it is the same import, and one that was taken back meanwhile is not imported anew.
 */
export class ClaimedImports {
  /** By claim: the import that it is known to be. */
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly imports: Pick<ImportsService, 'receive' | 'start' | 'get'>,
    private readonly maxBytes: number,
    private readonly closing: AbortSignal,
  ) {}

  /** Throws ENOENT when the file is gone, and whatever keeps the server from knowing. */
  async progress(claim: Claim): Promise<Progress> {
    const known = this.#ids.get(claim.id);
    if (known !== undefined) return outcomeOf(await this.imports.get(known));
    const delivered = await this.warehouse.maybeOne(findDeliveredImport(keyOf(claim), senderOf(claim)));
    const received = delivered ?? (await this.#handIn(claim));
    if (received === 'busy' || 'refused' in received) return received;
    this.#ids.set(claim.id, received.id);
    return outcomeOf(await this.imports.start(received, false));
  }

  /** The claim is over, or gone. */
  forget({ id }: Claim): void {
    this.#ids.delete(id);
  }

  async #handIn(claim: Claim): Promise<ImportRecord | { readonly refused: Sentence } | 'busy'> {
    let file: FileHandle;
    try {
      file = await open(claim.path, constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (error) {
      if (codeOf(error) === '' || codeOf(error) === 'ENOENT') throw error;
      return { refused: cannotBeRead(codeOf(error)) };
    }
    try {
      return await this.#receive(claim, file);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'busy') return 'busy';
      if (error instanceof Refusal && error.facts.detail !== undefined) return { refused: error.facts.detail };
      throw error;
    } finally {
      await file.close();
    }
  }

  async #receive(claim: Claim, file: FileHandle): Promise<ImportRecord | { readonly refused: Sentence }> {
    const { size } = await file.stat();
    if (size > this.maxBytes) throw tooLarge(this.maxBytes); // the inbox would call it busy for ever
    const body = addAbortSignal(this.closing, file.createReadStream({ autoClose: false }));
    let broken = '';
    body.on('error', (error) => (broken = codeOf(error)));
    const { feed, profile } = claim.place;
    try {
      return await this.imports.receive({
        ...{ body, announced: size, name: claim.name, profile, feed, channel: 'folder', idempotencyKey: keyOf(claim) },
        ...{ contentType: '', contentEncoding: '', requestedBy: senderOf(claim) },
        ...{ dryRun: false, maxRejectedShare: undefined },
      });
    } catch (error) {
      if (broken === '') throw error;
      return { refused: cannotBeRead(broken) };
    } finally {
      body.destroy();
    }
  }
}

/** Keys are each sender's own. */
const senderOf = ({ place: { feed } }: Claim) => (feed === '' ? 'folder' : `feed ${feed}`);

const outcomeOf = (record: ImportRecord): Progress =>
  record.state === 'received' || record.state === 'running' ? 'on-its-way' : { record };
