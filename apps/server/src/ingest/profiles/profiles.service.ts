import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import type { Profile, ProfileSummary } from '@tocsin/contracts';
import { profileFaults, shippedProfile, shippedProfiles } from '@tocsin/ingestion';
import { type ProfileRecord, type Warehouse, currentProfiles, profileVersions, saveProfile } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import { Audit } from '../../identity/audit.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { currentProfile, profileAt } from './kept-profiles.ts';

/** Mapping profiles: those that ship, and every version that people have kept. */
@Injectable()
export class ProfilesService {
  /** Keeping one at a time: two people never take the same version number. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The newest of each, by name. */
  async list(): Promise<ProfileSummary[]> {
    const kept = await this.warehouse.rows(currentProfiles());
    const names = new Set(kept.map(({ profile }) => profile.name));
    const shipped = shippedProfiles.filter(({ name }) => !names.has(name)).map(shippedSummary);
    return [...kept.map(summaryOf), ...shipped].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  /** The newest of each with its content: what a file may be tried against. */
  async all(): Promise<Profile[]> {
    const kept = (await this.warehouse.rows(currentProfiles())).map(({ profile }) => profile);
    return [...kept, ...shippedProfiles.filter(({ name }) => !kept.some((one) => one.name === name))];
  }

  async get(name: string, version?: number): Promise<Profile> {
    const profile =
      version === undefined
        ? (await currentProfile(this.warehouse, name))?.profile
        : await profileAt(this.warehouse, name, version);
    if (profile !== undefined) return profile;
    throw unknown(name, version);
  }

  async versions(name: string): Promise<ProfileSummary[]> {
    const kept = await this.warehouse.rows(profileVersions(name));
    const shipped = shippedProfile(name);
    const all = [...kept.map(summaryOf), ...(shipped ? [shippedSummary(shipped)] : [])];
    if (all.length === 0) throw unknown(name);
    return all;
  }

  /** Keeps a new version; the same content as the newest makes none. Refuses one that could not be used. */
  async put(profile: Profile, by: string): Promise<ProfileSummary> {
    refuseFaults(profile);
    const kept = this.#keeping.then(() => this.#keep(profile, by));
    this.#keeping = kept.catch(() => undefined);
    return kept;
  }

  async #keep(profile: Profile, by: string): Promise<ProfileSummary> {
    const before = await currentProfile(this.warehouse, profile.name);
    // Compared as they are read back: without parts that are not given.
    const plain = JSON.parse(JSON.stringify(profile)) as Profile;
    if (isDeepStrictEqual(before?.profile, plain)) {
      const [newest] = await this.versions(profile.name);
      if (newest !== undefined) return newest;
    }
    const version = (before?.version ?? 0) + 1;
    const at = this.clock.now();
    await saveProfile(this.warehouse, profile, version, at, by);
    await this.audit.note(by, 'profile-kept', profile.name, { version });
    return summaryOf({ profile, version, at: at.toISOString(), by });
  }
}

const summaryOf = ({ profile: { name, label }, version, at, by }: ProfileRecord): ProfileSummary => ({
  ...{ name, label, version, at, by },
  shipped: false,
});

const shippedSummary = ({ name, label }: Profile): ProfileSummary => ({
  ...{ name, label },
  ...{ version: 0, shipped: true, at: null, by: '' },
});

/** Throws when something in a profile cannot be meant, with a sentence for each. */
export function refuseFaults(profile: Profile): void {
  const faults = profileFaults(profile);
  if (faults.length === 0) return;
  throw new Refusal('invalid-request', {
    detail: {
      zh: faults.map(({ sentence }) => sentence.zh).join(''),
      en: faults.map(({ sentence }) => sentence.en).join(' '),
    },
    errors: faults.map(({ path, sentence }) => ({ path, message: sentence.en })),
  });
}

function unknown(name: string, version?: number): Refusal {
  const which = version === undefined ? name : `${name} (${version})`;
  return new Refusal('not-found', {
    detail: {
      zh: `没有名为 ${which} 的导入模板：请从模板列表中选择。`,
      en: `There is no profile ${which}: choose one of the list.`,
    },
  });
}
