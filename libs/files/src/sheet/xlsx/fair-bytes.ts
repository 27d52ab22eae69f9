/**
 * The stretches of an XML text that are no comment and no CDATA, one after another: only there a `<` begins a tag. One that
 * is not closed ends the last stretch.
 */
export function* fairBytes(xml: Buffer): Generator<readonly [from: number, until: number]> {
  let from = 0;
  for (;;) {
    const mark = xml.indexOf('<!', from);
    if (mark < 0) return void (yield [from, xml.length]);
    yield [from, mark];
    const end = xml.subarray(mark, mark + 9).toString('latin1') === '<![CDATA[' ? ']]>' : '-->';
    const close = xml.indexOf(end, mark);
    if (close < 0) return;
    from = close + end.length;
  }
}

/** Where the tags begin that start with `<` and that name, at or behind `from`. */
export function* tagsIn(xml: Buffer, name: string): Generator<number> {
  const mark = Buffer.from(`<${name}`);
  for (const [from, until] of fairBytes(xml)) {
    for (let at = xml.indexOf(mark, from); at >= 0 && at < until; at = xml.indexOf(mark, at + mark.length)) {
      if (endsName(xml[at + mark.length])) yield at;
    }
  }
}

/** White space, `/` or `>`. */
const endsName = (byte: number | undefined) => byte !== undefined && (byte <= 32 || byte === 47 || byte === 62);
