/** A file that was chosen, dropped or pasted, as the import takes it; `id` tells two of the same name apart. */
export type Chosen = { id: number; name: string; content: string; encoding: 'text' | 'base64' };

const megabyte = 2 ** 20;
let count = 0;

/** Pasted cells as a file. */
export function pasted(content: string): Chosen {
  count += 1;
  return { id: count, name: '', content, encoding: 'text' };
}

/** Reads a file of the person's machine; throws a sentence when it cannot be read or is far too large to send. */
export async function readFile(file: File): Promise<Chosen> {
  if (file.size > 48 * megabyte)
    throw new Error(
      `${file.name} has ${Math.round(file.size / megabyte)} MB: split it, for instance by year.`,
    );
  count += 1;
  const id = count;
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
    // The server tells the encodings apart, so the bytes go there as they are.
    reader.readAsDataURL(file);
  });
  return { id, name: file.name, content: url.slice(url.indexOf(',') + 1), encoding: 'base64' };
}
