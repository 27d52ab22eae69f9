import { expect, it } from 'vitest';
import { contract } from './engine-under-test.ts';

contract('settings', (ground) => {
  const text = async (query: string, parameters: Record<string, string> = {}, init: RequestInit = {}) =>
    (await ground.send({ query, ...parameters }, init)).text();

  it('holds for its own request only', async () => {
    const query = "SELECT getSetting('max_block_size')";
    const before = await text(query);
    expect(await text(query, { max_block_size: '1234' })).toBe('1234\n');
    expect(await text(`SET max_block_size = 4321`)).toBe('');
    expect(await text(query)).toBe(before);
  });

  it('does not carry a current database, a temporary table or a parameter into the next request', async () => {
    await text('USE system');
    await text('CREATE TEMPORARY TABLE passing (a Int8)');
    await text("SET param_left = '1'");
    expect(await text('SELECT currentDatabase()')).toBe('tocsin_contract\n');
    expect(await text('EXISTS TEMPORARY TABLE passing')).toBe('0\n');
    expect(await text('SELECT {left:UInt8}')).toContain('Code: 456');
  });

  it('refuses an unknown setting with code 115', async () => {
    const response = await ground.send({ query: 'SELECT 1', no_such_setting: '1' });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/^Code: 115\. .*no_such_setting.*\(UNKNOWN_SETTING\)/s);
    const strange = await ground.send({ query: 'SELECT 1', "a' = 1, b": '1' });
    expect(await strange.text()).toContain('Code: 115');
  });

  it('takes values with quotes and backslashes', async () => {
    const comment = `it's a "test" \\ of 投诉`;
    expect(await text("SELECT getSetting('log_comment') FORMAT TSVRaw", { log_comment: comment })).toBe(`${comment}\n`);
  });

  it('allows a GET request to read only', async () => {
    expect(await text('SELECT 1', {}, { method: 'GET' })).toBe('1\n');
    expect(await text('CREATE TABLE made_by_get (a Int8) ENGINE = Memory', {}, { method: 'GET' })).toContain(
      'Code: 164',
    );
  });

  it('honours readonly', async () => {
    expect(await text('CREATE TABLE t (a Int8) ENGINE = Memory', { readonly: '1' })).toContain('Code: 164');
    expect(await text('SELECT 1', { readonly: '1' })).toBe('1\n');
  });
});
