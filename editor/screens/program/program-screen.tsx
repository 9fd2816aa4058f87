import { Center, Loader } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { useWorkspace, WorkspaceProvider } from '../../document/workspace.tsx';
import { useSpoken } from '../../messages/language.ts';
import { ConflictAlert } from '../../panels/conflict-alert.tsx';
import { Failure } from '../../panels/failure.tsx';
import { PaletteHost } from '../../panels/palette/palette-host.tsx';
import { useHistory } from '../../panels/use-history.ts';
import { catalogQuery, client, programQuery } from '../../queries.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { Navigation } from './navigation.tsx';
import classes from './program-screen.module.css';
import { words } from './words.ts';

/** Opens a program for the screens inside it: navigation at the edge, one workspace for all of them. */
export function ProgramScreen() {
	const { program } = useParams({ from: '/programs/$program' });
	const [finding, palette] = useDisclosure(false);
	const { language } = useSpoken();
	return (
		<div className={classes['frame']}>
			<a className="en-skip-link" href="#main">
				{words.skip}
			</a>
			<Navigation key={language} program={program} onFind={palette.open} />
			<main id="main" tabIndex={-1} className={classes['main']}>
				<OpenProgram key={program} program={program}>
					<PaletteHost opened={finding} onOpen={palette.open} onClose={palette.close} />
				</OpenProgram>
			</main>
		</div>
	);
}

function OpenProgram({ program, children }: { readonly program: string; readonly children: ReactNode }) {
	const detail = useQuery(programQuery(program));
	const catalog = useQuery(catalogQuery(program));
	const { language } = useSpoken();
	if (detail.isError) {
		return (
			<>
				<h1 className="en-hidden">{words.cannotOpen}</h1>
				<Failure error={detail.error} onRetry={() => void detail.refetch()} />
			</>
		);
	}
	if (!detail.data) {
		return (
			<Center h="100%">
				<output aria-label={words.opening}>
					<Loader aria-hidden />
				</output>
			</Center>
		);
	}
	return (
		<WorkspaceProvider detail={detail.data} catalog={catalog.data ?? null} client={client}>
			<ProgramKeys />
			{/* Another language draws the screens anew; the text, its history and its draft live above them. */}
			<Fragment key={language}>
				<LeaveGuard />
				<ConflictAlert />
				{children}
				<Outlet />
			</Fragment>
		</WorkspaceProvider>
	);
}

/** The keys that work on every screen of a program. Text fields keep their own undo. */
function ProgramKeys() {
	const { undo, redo } = useHistory();
	const { drafts } = useWorkspace();
	useHotkeys([
		['mod+Z', undo],
		['mod+shift+Z', redo],
		['mod+Y', redo],
	]);
	useHotkeys([['mod+S', () => void drafts.save()]], []);
	return null;
}
