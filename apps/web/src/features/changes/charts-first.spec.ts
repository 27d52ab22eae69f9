import { QueryClient } from '@tanstack/vue-query';
import { expect, it } from 'vitest';
import { chartsFirst } from './charts-first.ts';

/** A chart whose answer comes when the test wants it to. */
function chart(client: QueryClient, name: string) {
  let answer: (value: number) => void = () => undefined;
  const fetched = client.fetchQuery({
    queryKey: ['figures', name],
    queryFn: () => new Promise<number>((resolve) => (answer = resolve)),
  });
  return { fetched, answer: () => answer(1) };
}

const never = new AbortController().signal;

it('changes are looked for when the last chart is there, those that began after it too', async () => {
  const client = new QueryClient();
  const done: string[] = [];
  const waiting = chartsFirst(client, never).then(() => done.push('changes'));
  const [one, other] = [chart(client, 'series'), chart(client, 'indicators')];
  one.answer();
  await one.fetched.then(() => done.push('series'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  other.answer();
  await other.fetched.then(() => done.push('indicators'));
  await waiting;
  expect(done).toEqual(['series', 'indicators', 'changes']);
});

it('they wait for nothing where nothing else is asked, and for no other changes', async () => {
  const client = new QueryClient();
  await chartsFirst(client, never);
  const changes = chart(client, 'changes');
  await chartsFirst(client, never);
  changes.answer();
  await changes.fetched;
});

it('whoever leaves meanwhile asks nothing', async () => {
  const client = new QueryClient();
  const gone = new AbortController();
  const { answer, fetched } = chart(client, 'series');
  const waiting = expect(chartsFirst(client, gone.signal)).rejects.toThrow('left');
  gone.abort(new Error('left'));
  await waiting;
  answer();
  await fetched;
});
