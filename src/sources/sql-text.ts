import { SourceFault } from '#app/connector/source.ts';
import { type Placeholder, placeholders } from '#domain/connector/placeholders.ts';

type Engine = 'postgresql' | 'mysql';

// What is a text, a quoted name or a comment in each engine; colons and brackets in there mean nothing.
const quoted: Record<Engine, string[]> = {
  postgresql: [
    "\\b[eE]'(?:[^'\\\\]|\\\\[\\s\\S]|'')*'",
    "'(?:[^']|'')*'",
    '"(?:[^"]|"")*"',
    '\\$(?<tag>[A-Za-z_]\\w*)?\\$[\\s\\S]*?\\$\\k<tag>\\$',
    '--[^\\n]*',
    '/\\*[\\s\\S]*?\\*/',
  ],
  mysql: [
    "'(?:[^'\\\\]|\\\\[\\s\\S]|'')*'",
    '"(?:[^"\\\\]|\\\\[\\s\\S]|"")*"',
    '`(?:[^`]|``)*`',
    '--(?=\\s|$)[^\\n]*',
    '#[^\\n]*',
    '/\\*[\\s\\S]*?\\*/',
  ],
};

const tokens = {
  postgresql: tokenShape('postgresql'),
  mysql: tokenShape('mysql'),
};

function tokenShape(engine: Engine): RegExp {
  return new RegExp(
    `(?<quoted>${quoted[engine].join('|')})|(?<![:\\w]):(?<name>${placeholders.join('|')})\\b|(?<bracket>[()])|(?<end>;)`,
    'g',
  );
}

/** A query as the engine gets it, and the names of the values for its parameters, in order. */
export type BoundQuery = { text: string; names: Placeholder[] };

/**
 * Puts a parameter for each :name, and sets the query in brackets as a table, which a query that gives rows can be and an insert, a
 * call, a setting or a copy cannot; throws SourceFault for what is visibly no single query.
 */
export function boundQuery(query: string, engine: Engine, mostRows: number): BoundQuery {
  const names: Placeholder[] = [];
  const text = withoutEnd(query, engine);
  let depth = 0;
  const body = text.replaceAll(tokens[engine], (whole, ...rest) => {
    const groups = rest.at(-1) as { quoted?: string; name?: Placeholder; bracket?: string; end?: string };
    // MySQL runs what stands in such a comment.
    if (engine === 'mysql' && /^\/\*M?!/.test(groups.quoted ?? '')) throw notOneQuery();
    if (groups.end !== undefined) throw notOneQuery();
    if (groups.bracket !== undefined) depth += groups.bracket === '(' ? 1 : -1;
    if (depth < 0) throw new SourceFault('The query closes a bracket that it has not opened.');
    if (groups.name === undefined) return whole;
    names.push(groups.name);
    // Each its own parameter, also of a name that comes twice: beside a date it is one, and beside a text a text.
    return engine === 'mysql' ? '?' : `$${names.length}`;
  });
  if (depth > 0) throw new SourceFault('The query opens a bracket that it does not close.');
  if (!/^[\s(]*(select|with|values|table)\b/i.test(text.replaceAll(tokens[engine], blanked)))
    throw new SourceFault('The query has to be one that only reads, and begin with select or with.');
  // The bracket stands on a line of its own: a comment at the end would swallow it.
  return {
    text: `select * from (\n${body}\n) as asked limit ${mostRows + 1}`,
    names,
  };
}

function blanked(whole: string, ...rest: unknown[]): string {
  const groups = rest.at(-1) as { quoted?: string };
  return groups.quoted !== undefined && /^(--|#|\/\*)/.test(whole) ? ' ' : whole;
}

function notOneQuery(): SourceFault {
  return new SourceFault('Give one query, without a semicolon inside and without comments that are run.');
}

// A semicolon at the very end is how people write a query.
function withoutEnd(query: string, engine: Engine): string {
  let end = query.length;
  for (const match of query.matchAll(tokens[engine])) {
    if (match.groups?.end !== undefined) {
      const rest = query.slice(match.index + 1).replaceAll(tokens[engine], blanked);
      if (rest.trim() === '') end = match.index;
      break;
    }
  }
  return query.slice(0, end);
}
