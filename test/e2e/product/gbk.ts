/** Text as GBK, which Node can read but not write: the decoder is run over every pair of bytes, and turned round. */
export function gbk(text: string): Buffer {
  return Buffer.concat([...text].map((letter) => bytesOf.get(letter) ?? Buffer.from(letter, 'latin1')));
}

const bytesOf = new Map<string, Buffer>();
const decoder = new TextDecoder('gbk');
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const pair = Buffer.from([high, low]);
    const letter = decoder.decode(pair);
    if (low !== 0x7f && [...letter].length === 1 && letter !== '\uFFFD') bytesOf.set(letter, pair);
  }
}
