/** Which cards React draws again, as it tells its own developer tools. The page itself knows nothing of it. */
import type { Page } from '@playwright/test';

/** A part of React's tree, as the tools see it. */
interface Fiber {
	readonly memoizedProps: Readonly<Record<string, unknown>> | null;
	readonly child: Fiber | null;
	readonly sibling: Fiber | null;
}

interface Watched {
	/** The ids of the cards that were drawn again, once for each time. */
	cardsDrawn: string[];
}

/** Watches the cards of every page that is opened from now on. Answers those that were drawn again since it was last asked. */
export async function watchCards(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const watched = window as unknown as Watched & Record<string, unknown>;
		watched.cardsDrawn = [];
		const last = new Map<unknown, unknown>();
		const look = (fiber: Fiber | null): void => {
			for (let at = fiber; at; at = at.sibling) {
				const id = at.memoizedProps?.['data-card'];
				// Whoever draws an element again gives it new properties; what is only passed by keeps its own.
				if (typeof id === 'string' && last.get(id) !== at.memoizedProps) {
					watched.cardsDrawn.push(id);
					last.set(id, at.memoizedProps);
				}
				look(at.child);
			}
		};
		watched['__REACT_DEVTOOLS_GLOBAL_HOOK__'] = {
			renderers: new Map(),
			supportsFiber: true,
			inject: () => 1,
			onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => look(root.current),
			onPostCommitFiberRoot: () => undefined,
			onCommitFiberUnmount: () => undefined,
		};
	});
	return () =>
		page.evaluate(() => {
			const watched = window as unknown as Watched;
			const drawn = watched.cardsDrawn;
			watched.cardsDrawn = [];
			return drawn;
		});
}
