import { useDidUpdate } from '@mantine/hooks';
import {
	createContext,
	type ReactNode,
	startTransition,
	useContext,
	useEffect,
	useMemo,
	useState,
	useSyncExternalStore,
} from 'react';
import type { Catalog, Snapshot } from '#compiler';
import type { CatalogWire, ProgramDetail, VersionSummary } from '#server/contract';
import type { Client } from '../client.ts';
import { takeReading } from './ahead.ts';
import { DocumentController } from './controller.ts';
import { after, unlessShort } from './delay.ts';
import { DraftKeeper, type SaveState } from './draft.ts';
import type { Origin } from './history.ts';
import { keepingFor } from './kept.ts';
import { catalogFor } from './opening.ts';
import { type Performed, performOperation, type Wish } from './perform.ts';
import { programReader } from './reader.ts';
import { says } from './says.ts';
import { stepName } from './step-name.ts';

/** An open program: its document, its draft on the server and what the program knows of its business. */
export interface Workspace {
	readonly program: string;
	readonly document: DocumentController<Snapshot>;
	readonly drafts: DraftKeeper;
	readonly catalog: Catalog | null;
	/** The newest published version; null before the first. */
	readonly published: VersionSummary | null;
	readonly perform: (wish: Wish, origin: Origin, label?: string) => Performed;
}

const WorkspaceContext = createContext<Workspace | null>(null);

/** The open program. */
export function useWorkspace(): Workspace {
	const workspace = useContext(WorkspaceContext);
	if (!workspace) throw new Error('No program is open here');
	return workspace;
}

/** The open program as it was last read; renders again with each reading, and not with each key. Its text is in `source`. */
export function useReading(): Snapshot {
	const { document } = useWorkspace();
	return useSyncExternalStore(document.subscribe, () => document.state().reading);
}

/**
 * The open program as {@link useReading} has it, for what is costly to draw: while somebody types, it follows when there is
 * time for it. What the canvas itself changes is shown at once, so that its next gesture meets what it changed.
 */
export function useCalmReading(): Snapshot {
	const { document } = useWorkspace();
	const [reading, setReading] = useState(document.state().reading);
	useEffect(() => {
		const follow = () => {
			const newest = document.state();
			if (newest.origin === 'text') startTransition(() => setReading(newest.reading));
			else setReading(newest.reading);
		};
		// It may have been read between the drawing and now.
		follow();
		return document.subscribe(follow);
	}, [document]);
	return reading;
}

/** The names of the steps that undo and redo would take next; null where there are none. */
export function useSteps(): { readonly undo: string | null; readonly redo: string | null } {
	const { document } = useWorkspace();
	const undo = useSyncExternalStore(document.subscribe, () => document.state().undo?.label ?? null);
	const redo = useSyncExternalStore(document.subscribe, () => document.state().redo?.label ?? null);
	return { undo: undo === null ? null : stepName(undo), redo: redo === null ? null : stepName(redo) };
}

/** Where the open program's draft stands. */
export function useSaveState(): SaveState {
	const { drafts } = useWorkspace();
	return useSyncExternalStore(drafts.subscribe, drafts.state);
}

interface ProviderProps {
	readonly detail: ProgramDetail;
	/** Null until it is read. */
	readonly catalog: CatalogWire | null;
	readonly client: Client;
	readonly children: ReactNode;
}

/** Opens a program for everything inside. Give it the program's id as `key`: one workspace serves one program. */
export function WorkspaceProvider({ detail, catalog: wire, client, children }: ProviderProps) {
	const [{ document, drafts }] = useState(() => openProgram(detail, wire, client));
	const catalog = useSyncExternalStore(document.subscribe, () => (wire ? catalogFor(document.state().reading, wire) : null));
	useDidUpdate(() => document.setRead(programReader(catalog, Date.now, document.state().reading)), [document, catalog]);
	useEffect(() => {
		const stop = document.onChange(drafts.textChanged);
		return () => {
			stop();
			drafts.dispose();
		};
	}, [document, drafts]);
	const { id, published } = detail;
	const workspace = useMemo<Workspace>(
		() => ({
			program: id,
			document,
			drafts,
			catalog,
			published,
			perform: (wish, origin, label) => performOperation(document, wish, origin, label),
		}),
		[id, document, drafts, catalog, published],
	);
	return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

const now = () => performance.now();

/** What the history calls another text in place of the current one. */
const adopted = { theirs: says.loadNewer, both: says.loadBoth, kept: says.restoreUnsaved };

function openProgram(detail: ProgramDetail, wire: CatalogWire | null, client: Client) {
	const reading = takeReading(detail, wire);
	const document = new DocumentController({
		text: detail.draft.text,
		read: programReader(reading.checked.options.catalog ?? null, Date.now, reading),
		now,
		// Where reading takes long, what was typed is seen first.
		defer: unlessShort(now),
	});
	const keeping = keepingFor(detail.id);
	const drafts = new DraftKeeper(detail.draft, {
		text: () => document.state().text,
		adopt: (text, what) => document.replace(text, { label: adopted[what], origin: 'import' }),
		save: (text, baseRevision) => client.saveDraft(detail.id, { text, baseRevision }),
		load: async () => {
			const reply = await client.program(detail.id);
			return reply.ok ? { ok: true, value: reply.value.draft } : reply;
		},
		after,
		keep: keeping.write,
	});
	const kept = keeping.read();
	if (kept) drafts.resume(kept);
	return { document, drafts };
}
