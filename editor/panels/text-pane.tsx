import { Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Span } from '#grammar';
import { useWorkspace } from '../document/workspace.tsx';
import { Rich } from '../messages/rich.tsx';
import type { SamplePoints } from '../monaco/sample-points.ts';
import type { TextTarget } from '../monaco/text-editor.tsx';
import { useAnnounce } from './announcer.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { keyNames } from './key-names.ts';
import { loadTextEditor, useTextShown } from './load-text.ts';
import classes from './text-pane.module.css';
import { TextSkeleton } from './text-skeleton.tsx';
import { useHistory } from './use-history.ts';
import { words } from './words.ts';

const TextEditor = lazy(async () => ({ default: (await loadTextEditor()).TextEditor }));

/** Keys have one name in every language. */
const keysShown = () => ({
	tab: (
		<Kbd size="xs" dir="ltr">
			Tab
		</Kbd>
	),
	control: (
		<Kbd size="xs" dir="ltr">
			{keyNames('Control M').join(' ')}
		</Kbd>
	),
});

interface TextPaneProps {
	readonly colorScheme: 'light' | 'dark';
	/** What is at the top when the text opens. */
	readonly home: Span | null;
	readonly marked: Span | null;
	readonly target: TextTarget | null;
	/** What the line below the text says besides. */
	readonly aside?: ReactNode;
	readonly onCaret: (span: Span) => void;
	readonly onNextProblem: (direction: 1 | -1) => void;
	/** What the sample earns, to be shown behind what earns it; null where no sample is shown. */
	readonly points?: SamplePoints | null;
	/** Shows a rule on the canvas: the one of a name, or the one in which the caret is. */
	readonly onShowOnCanvas: (rule: string | null) => void;
}

/** The program's text with a line below it that says where the caret is and how to leave by keyboard. */
export function TextPane({ aside, points = null, ...props }: TextPaneProps) {
	const { document, drafts } = useWorkspace();
	const { undo, redo } = useHistory();
	useTextShown();
	const [hints, setHints] = useLocalStorage({
		key: 'earnest-text-hints',
		defaultValue: true,
		getInitialValueInEffect: false,
	});
	const [position, setPosition] = useState({ line: 1, column: 1 });
	const announce = useAnnounce();
	const [tabLeaves, setTabLeaves] = useState(false);
	const tellTab = (leaves: boolean) => {
		if (leaves !== tabLeaves) announce(leaves ? words.tabLeaves : words.tabWrites);
		setTabLeaves(leaves);
	};
	const keys = keysShown();
	return (
		<section className={classes['pane']} aria-label={words.text}>
			<div className={classes['editor']}>
				<FaultBoundary>
					<Suspense fallback={<TextSkeleton />}>
						<TextEditor
							{...props}
							document={document}
							points={points}
							hints={hints}
							label={words.textLabel}
							onUndo={undo}
							onRedo={redo}
							onSave={() => void drafts.save()}
							onTabLeaves={tellTab}
							onPosition={setPosition}
						/>
					</Suspense>
				</FaultBoundary>
			</div>
			<footer className={classes['status']}>
				<span className="en-numbers">{words.position(position)}</span>
				{aside}
				<Tooltip label={words.hintsHint}>
					<UnstyledButton className={classes['switch']} aria-pressed={hints} onClick={() => setHints(!hints)}>
						{hints ? words.hintsOn : words.hintsOff}
					</UnstyledButton>
				</Tooltip>
				<span className={classes['keys']}>
					{tabLeaves ? <Rich say={words.howTabLeaves} parts={keys} /> : <Rich say={words.howToLeave} parts={keys} />}
				</span>
			</footer>
		</section>
	);
}
