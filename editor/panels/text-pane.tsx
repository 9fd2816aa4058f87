import { Kbd, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Span } from '#grammar';
import { useWorkspace } from '../document/workspace.tsx';
import type { TextTarget } from '../monaco/text-editor.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import classes from './text-pane.module.css';
import { useHistory } from './use-history.ts';

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
	readonly onCaret: (span: Span) => void;
	readonly onNextProblem: (direction: 1 | -1) => void;
	readonly onShowOnCanvas: () => void;
}

/** The program's text with a line below it that says where the caret is and how to leave by keyboard. */
export function TextPane(props: TextPaneProps) {
	const { document, drafts } = useWorkspace();
	const { undo, redo } = useHistory();
	const [position, setPosition] = useState({ line: 1, column: 1 });
	const [tabLeaves, setTabLeaves] = useState(false);
	return (
		<section className={classes['pane']} aria-label="Text">
			<div className={classes['editor']}>
				<FaultBoundary>
					<Suspense fallback={<TextSkeleton />}>
						<TextEditor
							{...props}
							document={document}
							label="Text of the program. Press Control M, then Tab, to leave it."
							onUndo={undo}
							onRedo={redo}
							onSave={() => void drafts.save()}
							onTabLeaves={setTabLeaves}
							onPosition={setPosition}
						/>
					</Suspense>
				</FaultBoundary>
			</div>
			<footer className={classes['status']}>
				<span className="en-numbers">
					Line {position.line}, column {position.column}
				</span>
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

function TextSkeleton() {
	return (
		<div className={classes['skeleton']} role="status" aria-label="Loading the text">
			{[38, 54, 47, 62, 20, 0, 44, 70, 58, 66, 31].map((width, line) => (
				// Lines of nothing, of lengths that look like text.
				<Skeleton key={line} height={11} width={`${width}%`} radius="sm" visible={width > 0} />
			))}
		</div>
	);
}
