import { expect, it } from 'vitest';
import { contract, rowsOf } from './engine-under-test.ts';

contract('time zones', (ground) => {
  it('computes in the zone of the session when one is given', async () => {
    const query = 'SELECT toString(toDateTime(0)) AS epoch, timezone() AS zone';
    const settings = { session_timezone: 'Asia/Shanghai' };
    const response = await ground.send({ query: `${query} FORMAT JSONEachRow`, ...settings });
    expect(await response.json()).toEqual({ epoch: '1970-01-01 08:00:00', zone: 'Asia/Shanghai' });
    expect(response.headers.get('x-clickhouse-timezone')).toBe('Asia/Shanghai');
  });

  it('keeps the zone of a column whatever the session says', async () => {
    const query =
      "SELECT toString(toDateTime('2025-01-01 00:00:00', 'Asia/Shanghai')) AS local, toUnixTimestamp(toDateTime('2025-01-01 00:00:00', 'Asia/Shanghai')) AS instant";
    expect(await rowsOf(ground.client, query)).toEqual([{ local: '2025-01-01 00:00:00', instant: 1_735_660_800 }]);
  });
});
