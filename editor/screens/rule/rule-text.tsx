import { Tooltip, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { memo } from 'react';
import { ruleNameAt } from '../../document/rule-tracking.ts';
import type { SamplePoints } from '../../monaco/sample-points.ts';
import { TextPane } from '../../panels/text-pane.tsx';
import classes from './rule-screen.module.css';
import type { RuleDesk } from './use-rule-desk.ts';
import type { ShownRule } from './use-tracked-rule.ts';
import { words } from './words.ts';

type RuleTextProps = Pick<RuleDesk, 'view' | 'selected' | 'target' | 'select' | 'setView' | 'walk' | 'openRule'> & {
	readonly shown: ShownRule;
	readonly points: SamplePoints | null;
};

/** The text beside or instead of a rule's canvas. It is the whole program's; in another rule it offers to show that one. */
export const RuleText = memo(function RuleText({ shown, points, view, selected, target, ...desk }: RuleTextProps) {
	const colorScheme = useComputedColorScheme('light');
	const caretRule = selected?.from === 'text' ? ruleNameAt(shown.compilation.document, selected.span.start) : null;
	const other = caretRule === shown.name ? null : caretRule;
	const showOnCanvas = (rule: string | null) => {
		const wanted = rule ?? other;
		if (wanted !== null && wanted !== shown.name) desk.openRule(wanted);
		else if (view === 'text') desk.setView('split');
	};
	return (
		<TextPane
			colorScheme={colorScheme}
			home={shown.rule.span}
			marked={selected && selected.from !== 'text' ? selected.span : null}
			target={target}
			points={points}
			onCaret={(span) => desk.select(span, 'text')}
			onNextProblem={desk.walk}
			onShowOnCanvas={showOnCanvas}
			aside={
				other === null ? null : (
					<Tooltip label={words.showOtherHint}>
						<UnstyledButton className={classes['other']} onClick={() => showOnCanvas(other)}>
							<bdi className="en-truncate">{words.showOther({ name: other })}</bdi>
						</UnstyledButton>
					</Tooltip>
				)
			}
		/>
	);
});
