const [command = 'serve', ...words] = process.argv.slice(2);

const commands: Record<string, () => Promise<number>> = {
  serve: async () => {
    const demo = words.includes('--demo') ? (await import('#demo/demo.ts')).openDemo : undefined;
    return (await import('#server/serve.ts')).serve(process.env, demo);
  },
  mcp: async () =>
    (await import('#server/mcp.ts')).mcpOverStdio((await import('#cli/ask.ts')).askingBy(words, process.env)),
  password: async () =>
    (await import('#server/password.ts')).password(
      process.env,
      words,
      (await import('#cli/terminal.ts')).secretLine,
    ),
  analyse: async () =>
    (await import('#cli/analyse/in-terminal.ts')).analyseInTerminal(
      words,
      async () => (await import('#app/import/table-file-workbook.ts')).readTableFile,
    ),
  coach: async () =>
    (await import('#cli/coach/command.ts')).coach(words, {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      input: process.stdin,
    }),
  openapi: async () => (await import('#server/openapi.ts')).printOpenApi(),
};

// `tandem kpis list | head` closes the pipe early, and that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

const operation = async () => (await import('#cli/terminal.ts')).runInTerminal([command, ...words]);

const asked = command === 'coach' && (await import('#cli/asked-coach.ts')).isAskedOfServer(words);

process.exitCode = await ((!asked && commands[command]) || operation)();
