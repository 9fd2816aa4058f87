import { Kbd, Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Span } from '#grammar';
import { useWorkspace } from '../document/workspace.tsx';
import type { TextTarget } from '../monaco/text-editor.tsx';
import { useAnnounce } from './announcer.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import classes from './text-pane.module.css';
import { useHistory } from './use-history.ts';
import { words } from './words.ts';

const loadEditor = () => import('../monaco/text-editor.tsx');
const TextEditor = lazy(async () => ({ default: (await loadEditor()).TextEditor }));

/** Loads the text editor ahead of its use, when somebody reaches for it. */
export function prefetchText(): void {
	void loadEditor();
}

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
	readonly onShowOnCanvas: () => void;
}

/** The program's text with a line below it that says where the caret is and how to leave by keyboard. */
export function TextPane({ aside, ...props }: TextPaneProps) {
	const { document, drafts } = useWorkspace();
	const { undo, redo } = useHistory();
	const [position, setPosition] = useState({ line: 1, column: 1 });
	const announce = useAnnounce();
	const [tabLeaves, setTabLeaves] = useState(false);
	const tellTab = (leaves: boolean) => {
		if (leaves !== tabLeaves) announce(leaves ? words.tabLeaves : words.tabWrites);
		setTabLeaves(leaves);
	};
	return (
		<section className={classes['pane']} aria-label={words.text}>
			<div className={classes['editor']}>
				<FaultBoundary>
					<Suspense fallback={<TextSkeleton />}>
						<TextEditor
							{...props}
							document={document}
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
				<span className="en-numbers">{words.position(position.line, position.column)}</span>
				{aside}
				<span className={classes['keys']}>
					{tabLeaves ? (
						<>
							<Kbd size="xs">Tab</Kbd> leaves the text. <Kbd size="xs">Ctrl M</Kbd> writes tabs again.
						</>
					) : (
						<>
							<Kbd size="xs">Ctrl M</Kbd> then <Kbd size="xs">Tab</Kbd> leaves the text
						</>
					)}
				</span>
			</footer>
		</section>
	);
}

/** Lines of nothing, of lengths that look like text. */
function TextSkeleton() {
	return (
		<div className={classes['skeleton']} aria-busy>
			<output className="en-hidden">{words.loadingText}</output>
			{[38, 54, 47, 62, 20, 44, 70, 58, 66, 31].map((width) => (
				<Skeleton key={width} height={11} width={`${width}%`} radius="sm" />
			))}
		</div>
	);
}
