import { type Tandem, writeAudit } from '#app/perform.ts';
import { transact } from '#app/transaction.ts';

/** Writes into the audit log of every organisation of an account that its password was changed, by itself or on the server. */
export async function passwordChanged(
  tandem: Tandem,
  user: string,
  by: 'the person' | 'the server',
  request: string,
): Promise<void> {
  const people = await transact(tandem.database, { user }, false, (tx) =>
    tx.selectFrom('person').select(['organisation', 'id']).where('user_account', '=', user).execute(),
  );
  for (const { organisation, id } of people) {
    const at = tandem.ports.clock();
    const person = by === 'the person' ? id : null;
    const deed = { organisation, person, token: null, operation: 'password.change', at, request };
    const event = { kind: 'person.passwordChanged', subject: id, detail: { by } };
    await transact(tandem.database, { organisation }, true, async (tx) =>
      writeAudit(tandem, tx, deed, [event]),
    );
    tandem.changed(organisation, [event]);
  }
}
