import type {
	Activity,
	CatalogWire,
	DraftSave,
	DraftSaved,
	EntryList,
	MemberDetail,
	MemberList,
	NewProgram,
	ProblemDocument,
	ProgramDetail,
	ProgramList,
	Publish,
	VersionDetail,
	VersionSummary,
} from '#server/contract';
import { words } from './panels/words.ts';

/** What the server answered: what was asked for, or why not. Status 0 stands for no answer at all. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ProblemDocument };

/** A problem document as an exception, for callers that know failures only as such. */
export class RequestError extends Error {
	override readonly name = 'RequestError';
	readonly problem: ProblemDocument;

	constructor(problem: ProblemDocument) {
		super(problem.detail);
		this.problem = problem;
	}
}

/** The value of a reply; throws its problem as a {@link RequestError}. */
export function valueOf<T>(reply: Reply<T>): T {
	if (reply.ok) return reply.value;
	throw new RequestError(reply.problem);
}

/** Which page of members to read. */
export interface MemberPage {
	readonly search: string;
	/** The `next` of the page before. */
	readonly after?: string | undefined;
	readonly limit: number;
}

/** Every request that the editor makes. No method throws. */
export type Client = ReturnType<typeof createClient>;

/** A client of the server that `fetch` reaches. */
export function createClient(fetch: typeof globalThis.fetch) {
	const get = <T>(path: string, signal?: AbortSignal) => request<T>(fetch, 'GET', path, { signal });
	const program = (id: string) => `/v1/programs/${encodeURIComponent(id)}`;
	const member = (id: string, name: string) => `${program(id)}/members/${encodeURIComponent(name)}`;
	return {
		programs: (signal?: AbortSignal) => get<ProgramList>('/v1/programs', signal),
		program: (id: string, signal?: AbortSignal) => get<ProgramDetail>(program(id), signal),
		createProgram: (body: NewProgram) => request<ProgramDetail>(fetch, 'POST', '/v1/programs', { body }),
		saveDraft: (id: string, body: DraftSave) => request<DraftSaved>(fetch, 'PUT', `${program(id)}/draft`, { body }),
		publish: (id: string, body: Publish) => request<VersionSummary>(fetch, 'POST', `${program(id)}/versions`, { body }),
		version: (id: string, version: number, signal?: AbortSignal) =>
			get<VersionDetail>(`${program(id)}/versions/${version}`, signal),
		catalog: (id: string, signal?: AbortSignal) => get<CatalogWire>(`${program(id)}/catalog`, signal),
		activity: (id: string, days: number, signal?: AbortSignal) =>
			get<Activity>(`${program(id)}/activity?days=${days}`, signal),
		members: (id: string, { search, after, limit }: MemberPage, signal?: AbortSignal) =>
			get<MemberList>(`${program(id)}/members?${query({ search, after, limit: String(limit) })}`, signal),
		member: (id: string, name: string, signal?: AbortSignal) => get<MemberDetail>(member(id, name), signal),
		entries: (id: string, name: string, page: { before?: number | undefined; limit: number }, signal?: AbortSignal) =>
			get<EntryList>(
				`${member(id, name)}/entries?${query({ before: page.before?.toString(), limit: String(page.limit) })}`,
				signal,
			),
	};
}

function query(parameters: Record<string, string | undefined>): string {
	const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
	return new URLSearchParams(given).toString();
}

async function request<T>(
	fetch: typeof globalThis.fetch,
	method: 'GET' | 'POST' | 'PUT',
	path: string,
	{ body, signal }: { body?: unknown; signal?: AbortSignal | undefined },
): Promise<Reply<T>> {
	let response: Response;
	try {
		response = await fetch(path, {
			method,
			headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			...(signal ? { signal } : {}),
		});
	} catch (reason) {
		// Whoever called it off hears of it in the way they know.
		if (signal?.aborted) throw reason;
		return { ok: false, problem: unreachable() };
	}
	const json = await readJson(response);
	if (response.ok && json !== undefined) return { ok: true, value: json as T };
	return { ok: false, problem: isProblemDocument(json) ? json : unreadable(response) };
}

async function readJson(response: Response): Promise<unknown> {
	try {
		return await response.json();
	} catch {
		return undefined;
	}
}

function isProblemDocument(json: unknown): json is ProblemDocument {
	if (typeof json !== 'object' || json === null) return false;
	const { type, title, status, detail } = json as Partial<Record<keyof ProblemDocument, unknown>>;
	return typeof type === 'string' && typeof title === 'string' && typeof status === 'number' && typeof detail === 'string';
}

function unreachable(): ProblemDocument {
	return {
		type: '/docs/problems#unreachable',
		title: words.unreachable,
		status: 0,
		detail: words.unreachableDetail,
		requestId: '',
	};
}

function unreadable(response: Response): ProblemDocument {
	return {
		type: '/docs/problems#unreadable-answer',
		title: words.unreadable,
		status: response.status,
		detail: words.unreadableDetail({ status: response.status }),
		requestId: response.headers.get('x-request-id') ?? '',
	};
}
