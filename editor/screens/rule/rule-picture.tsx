import { useComputedColorScheme } from '@mantine/core';
import { memo, useCallback } from 'react';
import type { Explanation, Transaction } from '#compiler';
import type { Problem, QuickFix, Span } from '#grammar';
import { RuleCanvas } from '../../canvas/rule-canvas.tsx';
import type { Wish } from '../../document/perform.ts';
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
	onSelect,
	onGoToText,
	onJump,
}: RulePictureProps) {
	const { document, catalog, perform } = useWorkspace();
	const colorScheme = useComputedColorScheme('light');
	// Cards are drawn again for all that the canvas shares with them: what does the same has to stay the same.
	const select = useCallback((span: Span) => onSelect(span, 'canvas'), [onSelect]);
	const performHere = useCallback((wish: Wish, label?: string) => perform(wish, 'canvas', label), [perform]);
	const fix = useCallback(
		(fix: QuickFix) => document.apply(fix.edits, { label: titleWords(fix), origin: 'quick fix' }),
		[document],
	);
	return (
		<section className={classes['canvas']} aria-label={words.views.canvas} aria-describedby="rule-in-words">
			{stale ? <StaleBanner shown={shown} onJump={onJump} /> : null}
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
						onSelect={select}
						onGoToText={onGoToText}
						perform={performHere}
						onFix={fix}
						colorScheme={colorScheme}
						readOnly={stale}
					/>
				</FaultBoundary>
			</div>
		</section>
	);
});
