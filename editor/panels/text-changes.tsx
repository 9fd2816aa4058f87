import { useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { FaultBoundary } from './fault-boundary.tsx';
import { TextSkeleton } from './text-skeleton.tsx';
import { words } from './words.ts';

const loadDiff = () => import('../monaco/diff-view.tsx');
const DiffView = lazy(async () => ({ default: (await loadDiff()).DiffView }));

/** Loads what compares texts ahead of its use, when somebody reaches for it. */
export function prefetchTextChanges(): void {
	void loadDiff();
}

interface TextChangesProps {
	/** The text of the version in force. */
	readonly before: string;
	readonly after: string;
	readonly version: number;
}

/** The draft beside the version in force, line by line. It fills the space that it is given. */
export function TextChanges({ before, after, version }: TextChangesProps) {
	const colorScheme = useComputedColorScheme('light');
	return (
		<FaultBoundary>
			<Suspense fallback={<TextSkeleton />}>
				<DiffView
					before={before}
					after={after}
					beforeLabel={words.textOfVersion({ version })}
					afterLabel={words.textOfDraft}
					colorScheme={colorScheme}
				/>
			</Suspense>
		</FaultBoundary>
	);
}
