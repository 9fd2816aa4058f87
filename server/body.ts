import type { Context } from 'hono';
import type { z } from 'zod';
import type { Fault } from './contract.ts';
import { type Env, faulty, type Refusal } from './problems.ts';
import { faultsOf } from './shapes.ts';

/** The largest body. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** The most brackets around a value. */
export const MAX_DEPTH = 64;

/** A value from outside, or why it is refused. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The request's body as JSON of any shape: at most 1 MiB, strict UTF-8, not nested deeper than 64. */
export async function readJson(context: Context<Env>): Promise<Read<unknown>> {
	const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
	if (type !== 'application/json') {
		const found = type === '' ? 'It has no content type' : `Its content type is ${type}`;
		return refused('not-json', `${found}; send \`content-type: application/json\`.`);
	}
	const bytes = await readBytes(context.req.raw);
	if (!bytes) return refused('body-too-large', `The body has more than ${MAX_BODY_BYTES} bytes. Send less at once.`);
	const text = decode(bytes);
	if (text === null) return refused('invalid-encoding', 'The body holds bytes that are not UTF-8. Encode it as UTF-8.');
	// Before JSON.parse, which reads any depth and leaves the overflow to whoever walks the result.
	if (depthOf(text) > MAX_DEPTH) return refused('nested-too-deep', `The body is nested deeper than ${MAX_DEPTH} levels.`);
	try {
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch (error) {
		const reason = error instanceof SyntaxError ? error.message : 'it cannot be read';
		return refused('invalid-json', text.trim() === '' ? 'The body is empty.' : `The body is not JSON: ${reason}.`);
	}
}

/** The request's body in the shape of a schema, with every fault. */
export async function readBody<S extends z.ZodType>(context: Context<Env>, schema: S): Promise<Read<z.output<S>>> {
	const body = await readJson(context);
	return body.ok ? conform(schema, body.value) : body;
}

/** The request's query in the shape of a schema; faults are named like fields. */
export function readQuery<S extends z.ZodType>(context: Context<Env>, schema: S): Read<z.output<S>> {
	return conform(schema, context.req.query());
}

function conform<S extends z.ZodType>(schema: S, value: unknown): Read<z.output<S>> {
	const parsed = schema.safeParse(value, { reportInput: true });
	if (parsed.success) return { ok: true, value: parsed.data };
	const faults: Fault[] = faultsOf(parsed.error);
	return { ok: false, refusal: faulty('invalid-request', faults) };
}

function refused(kind: Refusal['kind'], detail: string): Read<never> {
	return { ok: false, refusal: { kind, detail } };
}

/** The body's bytes; null as soon as there are too many, whatever the headers say. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
	if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return null;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > MAX_BODY_BYTES) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** How deep brackets are nested outside strings, in one pass. */
export function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const letter = text[i];
		if (inString) {
			if (letter === '\\') i += 1;
			else if (letter === '"') inString = false;
		} else if (letter === '"') inString = true;
		else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
		else if (letter === ']' || letter === '}') depth -= 1;
	}
	return deepest;
}
