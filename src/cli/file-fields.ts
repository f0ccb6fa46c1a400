import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Usage } from './usage.ts';

/**
 * The fields that `--…-file path` fills: the text of the file ("-" is the standard input). Where the operation asks for an encoding,
 * the bytes go as base64 with the file's name, because a sheet of another encoding would not survive being read as text here.
 */
export function fileFields(field: string, path: string, asBytes: boolean): Record<string, string> {
  const bytes = contentOf(path);
  if (!asBytes) return { [field]: bytes.toString('utf8') };
  const name = path === '-' ? '' : basename(path);
  return { [field]: bytes.toString('base64'), encoding: 'base64', ...(name && { name }) };
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (fault) {
    throw new Usage(`The file ${path} cannot be read (${(fault as NodeJS.ErrnoException).code}).`);
  }
}
