import type { Ports } from '#app/ports.ts';
import { Refused } from '#contract/refused.ts';

/**
 * The sign-in account for someone who comes in: a new one, or the one that the address has when the password is its own.
 * Accounts are kept outside of the act's transaction, so asking twice (the transaction was tried again) must give the same one.
 */
export async function accountFor(
  { accounts }: Ports,
  person: { name: string; email: string; password: string },
): Promise<string> {
  if (!(await accounts.findByEmail(person.email))) {
    try {
      return await accounts.create(person);
    } catch (fault) {
      // Somebody may have made it in between; then its password decides.
      if (!(await accounts.findByEmail(person.email))) throw fault;
    }
  }
  const account = await accounts.verify(person.email, person.password);
  if (account) return account;
  throw new Refused(
    'forbidden',
    `${person.email} has an account here already, and this is not its password.`,
    'password',
  );
}
