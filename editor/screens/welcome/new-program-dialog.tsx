import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { currencyCodes, timezones } from '#compiler';
import type { ProblemDocument } from '#server/contract';
import { client, programsQuery } from '../../queries.ts';
import { idOf, programText } from './new-program.ts';
import { words } from './words.ts';
import { Backticks } from '../../panels/backticks.tsx';

interface NewProgramDialogProps {
	readonly opened: boolean;
	readonly onClose: () => void;
}

/** Asks for what a program cannot do without, and makes it. */
export function NewProgramDialog({ opened, onClose }: NewProgramDialogProps) {
	return (
		<Modal opened={opened} onClose={onClose} title={words.newProgram}>
			{opened ? <NewProgramForm onClose={onClose} /> : null}
		</Modal>
	);
}

function NewProgramForm({ onClose }: Pick<NewProgramDialogProps, 'onClose'>) {
	const [name, setName] = useState('');
	const [currency, setCurrency] = useState('USD');
	const [timezone, setTimezone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
	const { create, running, refusal } = useCreate();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void create(idOf(name), programText(name, currency, timezone));
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<TextInput
					label={words.name}
					placeholder={words.namePlaceholder}
					required
					data-autofocus
					maxLength={80}
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<Select
					label={words.currency}
					description={words.currencyHint}
					data={currencyCodes()}
					searchable
					allowDeselect={false}
					value={currency}
					onChange={(value) => setCurrency(value ?? currency)}
				/>
				<Select
					label={words.timezone}
					description={words.timezoneHint}
					data={timezones()}
					searchable
					allowDeselect={false}
					value={timezone}
					onChange={(value) => setTimezone(value ?? timezone)}
				/>
				{refusal ? (
					<Alert color="red" title={<Backticks text={refusal.title} />}>
						<Backticks text={refusal.detail} />
					</Alert>
				) : null}
				<Group justify="flex-end" gap="xs">
					<Button variant="default" onClick={onClose}>
						{words.cancel}
					</Button>
					<Button type="submit" loading={running} disabled={name.trim() === ''}>
						{words.create}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}

function useCreate() {
	const queries = useQueryClient();
	const navigate = useNavigate();
	const [running, setRunning] = useState(false);
	const [refusal, setRefusal] = useState<ProblemDocument | null>(null);
	const create = async (id: string, text: string) => {
		setRunning(true);
		const reply = await client.createProgram({ id, text });
		setRunning(false);
		if (!reply.ok) return setRefusal(reply.problem);
		await queries.invalidateQueries({ queryKey: programsQuery().queryKey });
		await navigate({ to: '/programs/$program', params: { program: id } });
	};
	return { create, running, refusal };
}
