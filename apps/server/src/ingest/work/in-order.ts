/**
 * Starts `work` on up to `ahead` items at a time and yields the answers in the order of the items. When the consumer
 * stops early or one fails, those under way are awaited before this ends, so that nothing goes on unseen.
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const underWay: Promise<Answer>[] = [];
  try {
    for await (const item of items) {
      const answer = work(item);
      answer.catch(() => undefined); // seen when its turn comes
      underWay.push(answer);
      const head = underWay.length >= ahead ? underWay.shift() : undefined;
      if (head !== undefined) yield await head;
    }
    for (let head = underWay.shift(); head !== undefined; head = underWay.shift()) yield await head;
  } finally {
    await Promise.allSettled(underWay);
  }
}
