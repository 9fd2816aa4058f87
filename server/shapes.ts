/** The shapes of what arrives, apart from transactions: those the runtime reads itself, because their faults need the program. */
import { z } from 'zod';
import { parseIsoDate, unreachable } from '#compiler';
import { faultOfName, pointer, shown } from '#runtime';
import type { Fault } from './contract.ts';

/** The longest program text, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 256 * 1024;
const MAX_LABEL_LENGTH = 200;
const MOST_RECORDS = 20_000;

const name = z.string().superRefine((text, context) => {
	const fault = faultOfName(text);
	if (fault) context.addIssue({ code: 'custom', params: { code: fault.code }, message: `This ${fault.why}` });
});

const label = z
	.string()
	.max(MAX_LABEL_LENGTH)
	.refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), {
		params: { code: 'control-character' },
		error: 'This contains a control character or half a character. Remove it.',
	});

const text = z
	.string()
	.max(MAX_TEXT_LENGTH)
	.refine((program) => !/\p{Cs}/u.test(program), {
		params: { code: 'ill-formed-text' },
		error: 'This is not well-formed Unicode: half of a surrogate pair is missing.',
	});

const date = z.string().transform((value, context) => {
	const parsed = parseIsoDate(value);
	if (parsed) return parsed;
	const message = `${shown(value)} is not a date. Send a day that exists, such as 1990-02-07.`;
	context.addIssue({ code: 'custom', params: { code: 'not-a-date' }, message });
	return z.NEVER;
});

const count = z.int().min(1);

/** `POST /v1/programs` */
export const newProgram = z.strictObject({
	id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
		error: 'Use lower case letters, digits and hyphens, at most 64, beginning with a letter or a digit.',
	}),
	text,
});

/** `PUT …/draft` */
export const draftSave = z.strictObject({ text, baseRevision: count });

/** `POST …/versions` */
export const publish = z.strictObject({ draftRevision: count, allowFailingTests: z.boolean().default(false) });

/** `PUT …/catalog` */
export const catalog = z
	.strictObject({
		stores: z
			.array(z.strictObject({ id: name, name: label, chain: name.optional(), city: label.optional() }))
			.max(MOST_RECORDS),
		items: z
			.array(
				z.strictObject({
					sku: name,
					name: label,
					category: name.optional(),
					subcategory: name.optional(),
					price: z
						.string()
						.regex(/^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?$/, {
							error: 'Send plain digits with a decimal point, such as "18.00".',
						})
						.optional(),
				}),
			)
			.max(MOST_RECORDS),
	})
	.superRefine(({ stores, items }, context) => {
		for (const [list, key] of [
			[stores.map(({ id }) => id), 'stores'],
			[items.map(({ sku }) => sku), 'items'],
		] as const) {
			const seen = new Set<string>();
			for (const [index, id] of list.entries()) {
				const path = [key, index, key === 'stores' ? 'id' : 'sku'];
				const message = `${shown(id)} stands in this list before. Keep one of them.`;
				if (seen.has(id)) context.addIssue({ code: 'custom', params: { code: 'repeated' }, path, message });
				seen.add(id);
			}
		}
	});

/** `POST …/evaluate` */
export const evaluateRequest = z.strictObject({
	transaction: z.unknown().refine((transaction) => transaction !== undefined, {
		params: { code: 'missing' },
		error: 'The transaction is missing. Send what a till would post.',
	}),
	against: z.union([z.enum(['published', 'draft']), count]).default('published'),
	asMember: z.strictObject({ tier: name.optional(), birthDate: date.optional() }).optional(),
	spans: z.boolean().default(false),
});

/** `PUT …/members/:member`; what is left out stays as it is. */
export const memberSave = z.strictObject({
	name: label.nullable().optional(),
	birthDate: date.nullable().optional(),
	joinedOn: date.nullable().optional(),
	tier: name.nullable().optional(),
});

/** The member's id in an address. */
export const memberId = name;

const numberText = (low: number, high: number) =>
	z
		.string()
		.regex(/^[0-9]{1,16}$/, { error: 'Send a whole number.' })
		.transform(Number)
		.pipe(z.int().min(low).max(high));

/** `GET …/members` */
export const memberQuery = z.strictObject({
	search: z.string().max(MAX_LABEL_LENGTH).default(''),
	after: z.string().optional(),
	limit: numberText(1, 200).default(50),
});

/** `GET …/entries` */
export const entryQuery = z.strictObject({
	before: numberText(1, Number.MAX_SAFE_INTEGER).optional(),
	limit: numberText(1, 200).default(50),
});

/** `GET …/activity` */
export const activityQuery = z.strictObject({ days: numberText(1, 92).default(7) });

const MOST_FAULTS = 1_000;

/** Every issue of a schema as a fault with its place, up to a thousand. */
export function faultsOf(error: z.ZodError): Fault[] {
	const faults = error.issues.slice(0, MOST_FAULTS).flatMap((issue): Fault[] => {
		const path = pointer(...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)));
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
				path: path + pointer(key),
				code: 'unknown-field',
				message: `There is no field ${shown(key)} here. Remove it.`,
			}));
		}
		return [{ path, ...describe(issue) }];
	});
	return faults.slice(0, MOST_FAULTS);
}

function describe(issue: z.core.$ZodIssue): { code: string; message: string } {
	const missing = issue.input === undefined;
	switch (issue.code) {
		case 'invalid_type':
			if (missing) return { code: 'missing', message: `This is missing; expected ${issue.expected}.` };
			return { code: 'wrong-type', message: `Expected ${issue.expected}; found ${shown(issue.input)}.` };
		case 'too_big':
			return {
				code: 'too-large',
				message: `This is too large: at most ${issue.maximum}${unitOf(issue.origin)} are allowed.`,
			};
		case 'too_small':
			return {
				code: 'too-small',
				message: `This is too small: at least ${issue.minimum}${unitOf(issue.origin)} are needed.`,
			};
		case 'custom':
			return { code: String(issue.params?.['code'] ?? 'invalid'), message: issue.message };
		case 'invalid_format':
			return { code: 'wrong-form', message: `${shown(issue.input)} has the wrong form. ${issue.message}` };
		case 'invalid_union':
		case 'invalid_value':
			if (missing) return { code: 'missing', message: 'This is missing.' };
			return { code: 'wrong-value', message: `${shown(issue.input)} is not allowed here. ${issue.message}.` };
		case 'invalid_element':
		case 'invalid_key':
		case 'not_multiple_of':
		case 'unrecognized_keys':
			return { code: 'invalid', message: issue.message };
		default:
			return unreachable(issue);
	}
}

function unitOf(origin: string): string {
	return origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
}
