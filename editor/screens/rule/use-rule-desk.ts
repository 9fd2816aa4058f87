import { useCallbackRef, useHotkeys } from '@mantine/hooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Problem, Span } from '#grammar';
import { useWorkspace } from '../../document/workspace.tsx';
import { titleWords } from '../../messages/problem-words.ts';
import type { RuleView } from './rule-bar.tsx';
import { useProblemWalk } from './use-problem-walk.ts';
import { type Selected, useSelection } from './use-selection.ts';
import type { ShownRule } from './use-tracked-rule.ts';

const route = getRouteApi('/programs/$program/rules/$name');

/** Everything that can be done on a rule's screen besides changing its text. The functions stay the same between renders. */
export interface RuleDesk extends Omit<ReturnType<typeof useSelection>, 'goToText'> {
	readonly view: RuleView;
	readonly setView: (view: RuleView) => void;
	/** Shows a stretch in the text, opening the text beside the canvas where it is not shown. */
	readonly showText: (span: Span) => void;
	/** Shows a problem: on the canvas where it lies in this rule and only the canvas is shown, else in the text. */
	readonly jump: (problem: Problem) => void;
	readonly fix: (problem: Problem) => void;
	readonly walk: (direction: 1 | -1) => void;
	/** Opens another rule with canvas and text, where the caret is. */
	readonly openRule: (name: string) => void;
}

/** The desk of a shown rule, with its keys. */
export function useRuleDesk({ rule }: ShownRule): RuleDesk {
	const { document } = useWorkspace();
	const { program, name } = route.useParams();
	const { view = 'canvas', at } = route.useSearch();
	const navigate = useNavigate();
	const { selected, select, target, goToText } = useSelection(at);
	const setView = useCallbackRef((next: RuleView) => {
		const search = next === 'canvas' ? {} : { view: next };
		void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search, replace: true });
	});
	const showText = useCallbackRef((span: Span) => {
		if (view === 'canvas') setView('split');
		goToText(span);
	});
	const jump = useCallbackRef((problem: Problem) => {
		const onCanvas = view === 'canvas' && rule.span.start <= problem.span.start && problem.span.end <= rule.span.end;
		if (onCanvas) select(problem.span, 'problem');
		else showText(problem.span);
	});
	const fix = useCallbackRef(({ fix }: Problem) => {
		if (fix) document.apply(fix.edits, { label: titleWords(fix), origin: 'quick fix' });
	});
	const walk = useCallbackRef(useProblemWalk(view === 'canvas' ? rule.span : null, selected?.span ?? null, jump));
	const openRule = useCallbackRef((other: string) => {
		void navigate({
			to: '/programs/$program/rules/$name',
			params: { program, name: other },
			search: { view: 'split', ...startOf(selected) },
		});
	});
	useDeskKeys(setView, walk);
	return { view, setView, selected, select, target, showText, jump, fix, walk, openRule };
}

/** With Alt, the digits of a Mac write other signs. */
const byPlace = { usePhysicalKeys: true };

function useDeskKeys(setView: (view: RuleView) => void, walk: (direction: 1 | -1) => void): void {
	useHotkeys(
		[
			['mod+alt+Digit1', () => setView('canvas'), byPlace],
			['mod+alt+Digit2', () => setView('split'), byPlace],
			['mod+alt+Digit3', () => setView('text'), byPlace],
			['F8', () => walk(1)],
			['shift+F8', () => walk(-1)],
		],
		[],
	);
}

function startOf(selected: Selected | null): { at?: number } {
	return selected ? { at: selected.span.start } : {};
}
