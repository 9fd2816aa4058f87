import { useComputedColorScheme } from '@mantine/core';
import { memo } from 'react';
import type { Explanation, Transaction } from '#compiler';
import type { Problem, Span } from '#grammar';
import { RuleCanvas } from '../../canvas/rule-canvas.tsx';
import { useWorkspace } from '../../document/workspace.tsx';
import { titleWords } from '../../messages/problem-words.ts';
import { FaultBoundary } from '../../panels/fault-boundary.tsx';
import classes from './rule-screen.module.css';
import { StaleBanner } from './stale-banner.tsx';
import type { Selected } from './use-selection.ts';
import type { ShownRule } from './use-tracked-rule.ts';
import { words } from './words.ts';

interface RulePictureProps {
	readonly shown: ShownRule;
	/** The rule as it last was, because its text cannot be read any more: shown, and not to be changed. */
	readonly stale: boolean;
	readonly explanation: Explanation | null;
	readonly transaction: Transaction | null;
	readonly selection: Span | null;
	readonly onSelect: (span: Span, from: Selected['from']) => void;
	readonly onGoToText: (span: Span) => void;
	readonly onJump: (problem: Problem) => void;
}

/** The canvas of a rule. Drawn again only for what it shows, not for every key in the text. */
export const RulePicture = memo(function RulePicture({
	shown,
	stale,
	explanation,
	transaction,
	selection,
	...handlers
}: RulePictureProps) {
	const { document, catalog, perform } = useWorkspace();
	const colorScheme = useComputedColorScheme('light');
	return (
		<section className={classes['canvas']} aria-label={words.views.canvas} aria-describedby="rule-in-words">
			{stale ? <StaleBanner shown={shown} onJump={handlers.onJump} /> : null}
			<div className={classes['picture']} data-stale={stale || undefined}>
				<FaultBoundary>
					<RuleCanvas
						rule={shown.rule}
						declaration={shown.declaration}
						identity={shown.identity}
						compilation={shown.compilation}
						catalog={catalog}
						explanation={explanation}
						transaction={transaction}
						selection={selection}
						onSelect={(span) => handlers.onSelect(span, 'canvas')}
						onGoToText={handlers.onGoToText}
						perform={(wish, label) => perform(wish, 'canvas', label)}
						onFix={(fix) => document.apply(fix.edits, { label: titleWords(fix), origin: 'quick fix' })}
						colorScheme={colorScheme}
						readOnly={stale}
					/>
				</FaultBoundary>
			</div>
		</section>
	);
});
