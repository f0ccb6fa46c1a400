import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const web = import.meta.dirname;
const styles = `${web}/../../node_modules/@mantine/core/styles`;

// What each of these is built of; a Select without its Popover's styles opens below the page.
const builtOf: Record<string, string[]> = {
  Select: ['Combobox', 'Popover', 'Input', 'ScrollArea'],
  MultiSelect: ['Combobox', 'Popover', 'PillsInput', 'Pill'],
  Autocomplete: ['Combobox', 'Popover', 'Input'],
  TagsInput: ['Combobox', 'PillsInput', 'Pill'],
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input'],
  FileInput: ['Input'],
  SegmentedControl: ['FloatingIndicator'],
  Switch: ['InlineInput'],
  Checkbox: ['InlineInput'],
  Radio: ['InlineInput'],
};

test('every Mantine component that a page uses has its styles in mantine.css', (t) => {
  const listed = readFileSync(`${web}/mantine.css`, 'utf8');
  const files = globSync('**/*.tsx', { cwd: web });
  const used = new Set<string>();
  for (const file of files) {
    const source = readFileSync(`${web}/${file}`, 'utf8');
    for (const [, names = ''] of source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of names.split(',').map((each) => each.trim())) {
        for (const part of [name, ...(builtOf[name] ?? [])]) used.add(part);
      }
    }
  }
  const missing = [...used].filter(
    (name) => existsSync(`${styles}/${name}.layer.css`) && !listed.includes(`/${name}.layer.css`),
  );
  t.diagnostic(`${files.length} files use ${used.size} names of Mantine`);
  assert.ok(files.length > 10 && used.size > 3);
  assert.deepEqual(missing, []);
});
