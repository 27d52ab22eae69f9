import { describe, expect, it } from 'vitest';
import { committedFiles } from './workspace';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PASCAL = /^([A-Z][a-z0-9]*)+$/;
/** Names that say nothing: when no better one is found, the thing is two things. */
const EMPTY_WORDS = /^(utils?|helpers?|common|shared|managers?|base)$/i;

/** What is wrong with the name of this file or one of its folders; undefined when it is fine. */
function complaintAbout(file: string): string | undefined {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  const words = [...folders, ...name.split('.').slice(0, -1)].flatMap((part) => part.split(/[-_]|(?=[A-Z])/));
  const empty = words.find((word) => EMPTY_WORDS.test(word));
  if (empty !== undefined) return `"${empty}" says nothing`;

  if (name.endsWith('.vue')) return PASCAL.test(name.slice(0, -4)) ? undefined : 'components are PascalCase.vue';
  if (!/\.(ts|mjs|css|sql)$/.test(name)) return undefined;
  const stem = name
    .replace(/\.d\.m?ts$/, '')
    .split('.')
    .slice(0, -1);
  const parts = name.endsWith('.sql')
    ? [name.slice(0, -4).replaceAll('_', '-')]
    : stem.length > 0
      ? stem
      : [name.split('.')[0] ?? ''];
  return parts.every((part) => KEBAB.test(part)) ? undefined : 'files are kebab-case, with dots before the role';
}

describe('names of files and folders', () => {
  const files = committedFiles().filter(
    (file) => /^(apps|libs|test|docker)\//.test(file) && !file.includes('fixtures/'),
  );

  it('are kebab-case (components PascalCase) and say what is inside', () => {
    const wrong = files.flatMap((file) => {
      const complaint = complaintAbout(file);
      return complaint === undefined ? [] : [`${file}: ${complaint}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['libs/stats/src/utils.ts', '"utils" says nothing'],
    ['libs/stats/src/shared/mean.ts', '"shared" says nothing'],
    ['apps/web/src/ui/BaseButton.vue', '"Base" says nothing'],
    ['apps/server/src/lease-manager.ts', '"manager" says nothing'],
    ['apps/web/src/ui/stateView.vue', 'components are PascalCase.vue'],
    ['libs/stats/src/earsC2.ts', 'files are kebab-case, with dots before the role'],
    ['libs/stats/src/ears-c2.spec.ts', undefined],
    ['apps/web/src/pages/OverviewPage.vue', undefined],
    ['libs/warehouse/migrations/0001_complaint.sql', undefined],
  ])('the rule says of %s: %s', (file, complaint) => {
    expect(complaintAbout(file)).toBe(complaint);
  });
});
