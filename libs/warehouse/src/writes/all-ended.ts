/** Like Promise.all, but waits for every one before it fails: nothing of a failed run is at work when the next one starts. */
export async function allEnded<Value>(works: readonly Promise<Value>[]): Promise<Value[]> {
  const ends = await Promise.allSettled(works);
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}
