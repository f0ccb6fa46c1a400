// Loaded into Tandem's process by the command that started it: when that one is killed, Tandem stops as if it had been told to.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

// A closed terminal would end Tandem in the midst of a request.
process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
