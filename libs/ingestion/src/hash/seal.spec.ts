import { describe, expect, it } from 'vitest';
import { opener, sealer } from './seal.ts';

const seal = sealer('a secret of the test');
const open = opener('a secret of the test');

describe('a sealed text', () => {
  it('comes back under the same secret and no other', () => {
    const sealed = seal('{"电话":"13812345678"}', 'b1 7');
    expect(open(sealed)).toBe('{"电话":"13812345678"}');
    expect(opener('another secret')(sealed)).toBeUndefined();
  });

  it('shows nothing of the text, and looks different in another row', () => {
    const sealed = seal('13812345678', 'b1 7');
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('13812345678');
    expect(seal('13812345678', 'b1 8')).not.toBe(sealed);
    expect(seal('13812345678', 'b1 7')).toBe(sealed);
  });

  it('does not open once a bit is changed, cut off or made up', () => {
    const bytes = Buffer.from(seal('text', 'b1 7'), 'base64');
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    expect(open(bytes.toString('base64'))).toBeUndefined();
    expect(open(bytes.subarray(0, 20).toString('base64'))).toBeUndefined();
    expect(open('')).toBeUndefined();
  });
});
