/** The club's registry as a store of its own may have it: two members, and a book of every purchase it was told of. */

export interface Registry {
  answer(request: { readonly method: string; readonly path: string; readonly body: string }): {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** Sale ids in the order in which they came, repeats included. */
  purchases(): readonly string[];
}

export interface Person {
  readonly phone: string;
  readonly name: string;
  readonly member: boolean;
}

export const people: readonly Person[] = [
  { phone: '4791234567', name: 'Kari', member: true },
  { phone: '4745454545', name: 'Ola', member: true },
  { phone: '4540404040', name: 'Mette', member: false },
  { phone: '4790000002', name: 'Aino', member: false },
];

export function openRegistry(): Registry {
  const purchases: string[] = [];
  return {
    purchases: () => purchases,
    answer({ method, path, body }) {
      const { pathname, searchParams } = new URL(path, 'http://registry');
      if (`${method} ${pathname}` === 'POST /registry/purchases') {
        const { saleId }: { saleId: string } = JSON.parse(body);
        purchases.push(saleId);
        return json({});
      }
      const person = people.find((one) => one.phone === searchParams.get('msisdn') && one.member);
      return json({ member: person === undefined ? null : memberOf(person) });
    },
  };
}

function memberOf({ phone, name }: Person) {
  return { id: `member-${phone}`, name, since: '2024-03-14T00:00:00Z' };
}

function json(value: unknown) {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
