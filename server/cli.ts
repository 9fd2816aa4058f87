/** The command line: `earnest serve`, `replay`, `check`, `fmt`, `explain` and `lsp`. */
import { Command, InvalidArgumentError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { checkCommand } from './check-command.ts';
import { explainCommand } from './explain-command.ts';
import { fmtCommand } from './fmt-command.ts';
import { replayCommand } from './replay-command.ts';
import { runServer } from './run-server.ts';
import { terminal } from './terminal.ts';

const PROGRAMS = 'program files, folders of them, or - for standard input';
const program = new Command('earnest')
	.description('Loyalty programs: write them, check them, run them.')
	.version(packageJson.version);

program
	.command('serve')
	.description('run the server with the editor; PORT, HOST and EARNEST_DATA say where')
	.option('--port <number>', 'the port to listen on')
	.option('--host <address>', 'the address to listen on')
	.option('--data <folder>', 'the folder of the database')
	.action(async ({ port, host, data }: { port?: string; host?: string; data?: string }) => {
		const { env } = process;
		process.exitCode = await runServer({
			...env,
			PORT: port ?? env['PORT'],
			HOST: host ?? env['HOST'],
			EARNEST_DATA: data ?? env['EARNEST_DATA'],
		});
	});

program
	.command('replay')
	.description('evaluate a whole history under a program; nothing is recorded')
	.argument('<program>', 'the program file, such as program.earn')
	.requiredOption('--data <folder>', 'the folder with transactions.jsonl(.gz), members, stores and products')
	.option('--json', 'print the result as JSON', false)
	.option('--limit <count>', 'evaluate only the first transactions', wholeNumber)
	.action(async (file: string, { data, json, limit = null }: { data: string; json: boolean; limit?: number | null }) => {
		process.exitCode = await replayCommand({ program: file, data, json, limit }, terminal);
	});

program
	.command('check')
	.description('print the problems of programs; the exit status is 1 where there is an error')
	.argument('<inputs...>', PROGRAMS)
	.option('--json', 'print the problems as JSON', false)
	.action(async (inputs: string[], { json }: { json: boolean }) => {
		process.exitCode = await checkCommand({ inputs, json }, terminal, process.stdin);
	});

program
	.command('fmt')
	.description('lay programs out afresh, and print which files changed; what cannot be read stays as it is')
	.argument('<inputs...>', PROGRAMS)
	.option('--check', 'change nothing; the exit status is 1 where something would change', false)
	.action(async (inputs: string[], { check }: { check: boolean }) => {
		process.exitCode = await fmtCommand({ inputs, check }, terminal, process.stdin);
	});

program
	.command('explain')
	.description('say in plain words what programs do')
	.argument('<inputs...>', PROGRAMS)
	.option('--json', 'print the explanation as JSON', false)
	.action(async (inputs: string[], { json }: { json: boolean }) => {
		process.exitCode = await explainCommand({ inputs, json }, terminal, process.stdin);
	});

program
	.command('lsp')
	.description('serve a text editor over standard input and output, by the Language Server Protocol')
	.option('--stdio', 'what it does anyway; editors say so')
	.option('--clientProcessId <id>', 'the process that it ends with')
	.action(async () => {
		// Loaded here: the protocol's library would cost every other command its time.
		const { lspCommand } = await import('./lsp/main.ts');
		lspCommand();
	});

await program.parseAsync();

function wholeNumber(text: string): number {
	if (!/^[0-9]{1,12}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
	return Number(text);
}
