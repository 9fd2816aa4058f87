import { Center, Loader, useComputedColorScheme } from '@mantine/core';
import { lazy, memo, Suspense } from 'react';
import { useWorkspace } from '../../document/workspace.tsx';
import { FaultBoundary } from '../../panels/fault-boundary.tsx';
import type { SampleState } from '../../preview/sample-store.ts';
import type { SampleEvaluation } from '../../preview/use-sample-explanation.ts';
import { KeepSample } from './keep-sample.tsx';
import type { ShownRule } from './use-tracked-rule.ts';
import { words } from './words.ts';

// The plots come after the canvas: what is drawn first must not wait for them.
const PreviewDock = lazy(async () => ({ default: (await import('../../preview/preview-dock.tsx')).PreviewDock }));

interface RulePreviewProps {
	readonly shown: ShownRule;
	readonly samples: SampleState;
	readonly evaluation: SampleEvaluation;
}

/** What a sample earns by a rule. Drawn again only where the rule, the sample or the answer changed. */
export const RulePreview = memo(function RulePreview({ shown, samples, evaluation }: RulePreviewProps) {
	const { catalog } = useWorkspace();
	const colorScheme = useComputedColorScheme('light');
	return (
		<FaultBoundary>
			<Suspense fallback={<PreviewLoader />}>
				<PreviewDock
					compilation={shown.compilation}
					span={shown.rule.span}
					catalog={catalog}
					state={samples}
					evaluation={evaluation}
					colorScheme={colorScheme}
					actions={<KeepSample rule={shown.name} sample={samples.sample} evaluation={evaluation} />}
				/>
			</Suspense>
		</FaultBoundary>
	);
});

function PreviewLoader() {
	return (
		<Center h="100%">
			<output aria-label={words.preview}>
				<Loader size={20} aria-hidden />
			</output>
		</Center>
	);
}
