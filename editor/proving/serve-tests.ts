import { type Catalog, type TestResult, testResults } from '#compiler';
import { programReader } from '../document/reader.ts';

/** What is asked of whoever runs tests. */
export interface TestsRequest {
	readonly id: number;
	/** The program. */
	readonly text: string;
	/** What the program's names are checked against; `same`: as it was last time. */
	readonly catalog: Catalog | null | 'same';
}

/** What is answered: results in the order of the text, as they come, or why there are none. */
export type TestsReply =
	| { readonly id: number; readonly kind: 'some' | 'all'; readonly results: readonly TestResult[] }
	| { readonly id: number; readonly kind: 'failed'; readonly reason: string };

/** What the world gives to whoever runs tests. */
export interface TestsHost {
	readonly post: (reply: TestsReply) => void;
	/** Lets a newer question in. */
	readonly pause: () => Promise<void>;
	readonly nowMs: () => number;
	/** Milliseconds since 1970. */
	readonly today: () => number;
}

/** How long tests are run before what came of them is told. */
const SLICE_MS = 80;

/** Runs the tests of one text after the other; a newer question ends the work on an older one. */
export function serveTests({ post, pause, nowMs, today }: TestsHost): (request: TestsRequest) => Promise<void> {
	let newest = 0;
	let catalog: Catalog | null = null;
	let read = programReader(catalog, today);
	return async ({ id, text, catalog: given }) => {
		newest = id;
		if (given !== 'same' && given !== catalog) {
			catalog = given;
			read = programReader(catalog, today);
		}
		try {
			let results: TestResult[] = [];
			let sinceMs = nowMs();
			for (const result of testResults(read(text), { catalog })) {
				results.push(result);
				if (nowMs() - sinceMs < SLICE_MS) continue;
				post({ id, kind: 'some', results });
				results = [];
				await pause();
				if (newest !== id) return;
				sinceMs = nowMs();
			}
			post({ id, kind: 'all', results });
		} catch (fault) {
			post({ id, kind: 'failed', reason: String(fault) });
		}
	};
}
