import type { Warehouse } from '../connection/warehouse.ts';
import type { ApiKey } from '../rows/identity.ts';

/** Adds a version of an API key (made, revoked). Versions are never changed: the caller takes the next number. */
export async function saveApiKey(warehouse: Warehouse, key: ApiKey): Promise<void> {
  await warehouse.insert('api_key', [
    {
      id: key.id,
      version: key.version,
      key_hash: key.keyHash,
      label: key.label,
      role: key.role,
      organisations: key.organisations,
      created_at: key.createdAt,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
      revoked_at: key.revokedAt,
    },
  ]);
}
