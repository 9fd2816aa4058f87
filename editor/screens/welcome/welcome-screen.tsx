import { Button, Center, EmptyState, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Failure } from '../../panels/failure.tsx';
import { programsQuery } from '../../queries.ts';
import { NewProgramDialog } from './new-program-dialog.tsx';
import classes from './welcome-screen.module.css';
import { words } from './words.ts';

/** Leads to the first program; where there is none, to making one. */
export function WelcomeScreen() {
	const programs = useQuery(programsQuery());
	const [opened, { open, close }] = useDisclosure(false);
	if (programs.isError) return <Failure error={programs.error} onRetry={() => void programs.refetch()} />;
	if (!programs.data) {
		return (
			<Center h="100%">
				<output aria-label={words.looking}>
					<Loader aria-hidden />
				</output>
			</Center>
		);
	}
	const [first] = programs.data.programs;
	if (first) return <Navigate to="/programs/$program" params={{ program: first.id }} replace />;
	return (
		<Center h="100%" component="main">
			<EmptyState
				icon={<IconSparkles size={28} stroke={1.5} aria-hidden />}
				variant="light"
				title={<h1 className={classes['title']}>{words.welcome}</h1>}
				description={words.lead}
				maw={440}
			>
				<EmptyState.Actions>
					<Button onClick={open}>{words.newProgram}</Button>
				</EmptyState.Actions>
			</EmptyState>
			<NewProgramDialog opened={opened} onClose={close} />
		</Center>
	);
}
