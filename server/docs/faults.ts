/** What can be wrong with an input, in words: one entry for each code, with the message that a faulty example gets. */
import type { z } from 'zod';
import type { Plan } from '#compiler';
import { type FaultCode, indexCatalog, receiveTransaction, unknownTier } from '#runtime';
import type { Fault } from '../contract.ts';
import { catalog, evaluateRequest, faultsOf, memberQuery, memberSave, newProgram } from '../shapes.ts';
import { compilePiece } from './pieces.ts';

/** The codes that the border adds to those of a transaction. */
type BorderCode = 'not-a-date' | 'too-small' | 'wrong-form' | 'wrong-value' | 'repeated' | 'invalid';

interface FaultEntry {
	readonly means: string;
	/** The faults of an input that has this one; none where it takes a whole server to meet it. */
	readonly sample?: () => readonly Fault[];
}

const LINE = { sku: 'LATTE', amount: '18.00' };
const STORE = { id: 'dxb-mall', name: 'Dubai Mall' };

/** By code, from what every input can have to what takes the program, the member or the clock to know. */
export const FAULTS: Readonly<Record<FaultCode | BorderCode, FaultEntry>> = {
	missing: { means: 'A field that must be there is not.', sample: inSale({ at: undefined }) },
	'unknown-field': {
		means: 'There is no such field; a misspelt one would otherwise be silently ignored.',
		sample: inSale({ chanel: 'app' }),
	},
	'wrong-type': { means: 'A number stands where a text belongs, or the like.', sample: inSale({ member: 42 }) },
	'wrong-value': {
		means: 'The field takes one of a few values, and this is none of them.',
		sample: inBody(evaluateRequest, { transaction: {}, against: 'newest' }),
	},
	'wrong-form': {
		means: 'The text has the right type, but not the form that the field asks for.',
		sample: inBody(newProgram, { id: 'My program', text: '' }),
	},
	'not-an-object': { means: 'Something else stands where an object belongs.', sample: inSale({ items: ['LATTE'] }) },
	'not-a-list': { means: 'Something else stands where a list belongs.', sample: inSale({ items: {} }) },
	'empty-text': { means: 'An id or a name is empty, or is only spaces.', sample: inSale({ id: '' }) },
	'too-long': { means: 'An id or a name is too long.', sample: inSale({ id: 'x'.repeat(129) }) },
	'too-large': { means: 'A number, a text or a list is beyond its bound.', sample: inSale({ tip: '99999999999.00' }) },
	'too-small': { means: 'A number is below its bound.', sample: inBody(memberQuery, { limit: '0' }) },
	'too-many-items': {
		means: 'A sale has more lines than are taken.',
		sample: inSale({ items: Array.from({ length: 1_001 }, () => LINE) }),
	},
	'ill-formed-text': { means: 'A text is not well-formed Unicode.', sample: inSale({ store: '\ud800' }) },
	'control-character': {
		means: 'A name holds a line break or another control character.',
		sample: inSale({ member: 'M\n1' }),
	},
	repeated: { means: 'An id stands in a list twice.', sample: inBody(catalog, { stores: [STORE, STORE], items: [] }) },
	'not-a-date': {
		means: 'A day does not exist, or is written in another way.',
		sample: inBody(memberSave, { birthDate: '1990-02-30' }),
	},
	'not-a-moment': {
		means: 'A moment lacks its offset from UTC, does not exist, or is written in another way.',
		sample: inSale({ at: '2026-02-07 12:30' }),
	},
	'not-an-amount': { means: 'An amount is not plain digits with a dot.', sample: inSale({ tip: '5,00' }) },
	'negative-amount': { means: 'Amounts are 0 or more; a discount is an amount too.', sample: inSale({ discount: '-5.00' }) },
	'too-many-decimals': {
		means: 'An amount has more decimals than the currency, or a quantity more than three.',
		sample: inSale({ tip: '5.005' }),
	},
	'not-a-quantity': {
		means: 'A quantity is not plain digits.',
		sample: inSale({ items: [{ ...LINE, quantity: '2 pcs' }] }),
	},
	'negative-quantity': { means: 'Quantities are 0 or more.', sample: inSale({ items: [{ ...LINE, quantity: -1 }] }) },
	'discount-above-items': { means: 'The discount is more than the lines cost.', sample: inSale({ discount: '20.00' }) },
	'points-above-total': {
		means: 'More was paid with points than there was to pay.',
		sample: inSale({ paidWithPoints: '20.00' }),
	},
	'wrong-total': {
		means: 'A total was sent, and it is not the sum of its parts.',
		sample: inSale({ taxes: '0.90', total: '18.00' }),
	},
	'unknown-currency': { means: 'The sale is in another currency than the program.', sample: inSale({ currency: 'USD' }) },
	'unknown-channel': { means: 'The program has no such channel.', sample: inSale({ channel: 'ap' }) },
	'unknown-order-type': { means: 'The program has no such order type.', sample: inSale({ orderType: 'dine-in' }) },
	'unknown-store': { means: 'The catalogue has stores, but not this one.', sample: inSale({ store: 'dxb-mal' }) },
	'state-not-kept': {
		means:
			'A draft asks for more of a stored member than the server keeps yet, so it would be evaluated wrongly for them. Send `asMember` to evaluate it for a made-up member.',
	},
	'unknown-tier': {
		means: 'The program has no such tier.',
		sample: () => [unknownTier('/tier', 'Glod', ['Bronze', 'Gold'])],
	},
	'unknown-member': { means: 'The program has no member of this id. Create the member first.' },
	'member-missing': { means: 'The sale names no member, so there is nobody to give points to. It can still be evaluated.' },
	'too-far-ahead': {
		means: 'The moment is more than a day ahead of the server’s clock.',
		sample: inSale({ at: '2026-03-07T12:30:00+04:00' }),
	},
	'no-version-in-force': { means: 'The moment is before the program’s first version.' },
	'too-many-points': {
		means: 'The sale would give, or the member would then have earned, more points than can be held exactly.',
	},
	invalid: { means: 'Anything else; the message tells.' },
};

/** The message of a code's example with its place; null where there is no example. */
export function sampleOf(code: keyof typeof FAULTS): Fault | null {
	const { sample } = FAULTS[code];
	if (!sample) return null;
	const fault = sample().find((each) => each.code === code);
	if (!fault) throw new Error(`The example of ${code} has other faults`);
	return fault;
}

const SALE = { id: 'T-1', member: 'M-1', at: '2026-02-07T12:30:00+04:00', items: [LINE] };

/** A sale on an ordinary day, but for what is changed. */
function inSale(change: Readonly<Record<string, unknown>>): () => readonly Fault[] {
	return () => {
		const store = { ...STORE, chain: null, city: null };
		const received = receiveTransaction(
			{ ...SALE, ...change },
			{
				plan: compilePiece('earn 10').plan as Plan,
				catalog: indexCatalog({ stores: [store], items: [] }),
				nowMs: Date.parse(SALE.at),
			},
		);
		return received.ok ? [] : received.faults;
	};
}

function inBody(schema: z.ZodType, value: unknown): () => readonly Fault[] {
	return () => {
		const parsed = schema.safeParse(value, { reportInput: true });
		return parsed.success ? [] : faultsOf(parsed.error);
	};
}
