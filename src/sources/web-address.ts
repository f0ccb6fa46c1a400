import { SourceFault } from '#app/connector/source.ts';

/** An address that may be fetched, perhaps relative to another; throws SourceFault for what is none or carries a password. */
export function webAddress(text: string, base?: URL): URL {
  const url = URL.parse(text.trim(), base?.href);
  if (!url)
    throw new SourceFault(`"${shown(text)}" is not an address: write it as https://example.com/path.`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new SourceFault(
      `${url.protocol} addresses cannot be pulled from: give one that begins with https://.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new SourceFault(
      `The address of ${url.host} holds a user or a password: take them out and give a secret header instead.`,
    );
  url.hash = '';
  return url;
}

// What is no address may still hold a password, in front of an @.
function shown(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//').slice(0, 200);
}
