const [command = 'serve', ...words] = process.argv.slice(2);

const commands: Record<string, () => Promise<number>> = {
  serve: async () => (await import('#server/serve.ts')).serve(process.env),
  openapi: async () => (await import('#server/openapi.ts')).printOpenApi(),
};

const run = commands[command];
if (!run) {
  process.stderr.write(
    `There is no command ${[command, ...words].join(' ')}. Try: ${Object.keys(commands).join(', ')}\n`,
  );
  process.exitCode = 2;
} else process.exitCode = await run();
