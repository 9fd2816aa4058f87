/** The command line: `earnest serve`, `replay`, `check`, `fmt`, `explain`, `test` and `lsp`. */
import { Command, InvalidArgumentError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { checkCommand, type CheckRequest } from './check-command.ts';
import { explainCommand } from './explain-command.ts';
import { fmtCommand } from './fmt-command.ts';
import { replayCommand } from './replay-command.ts';
import { terminal } from './terminal.ts';
import { testCommand, type TestRequest } from './test-command.ts';

const PROGRAMS = 'program files, folders of them, or - for standard input';
const CATALOGUE = 'a JSON file of stores, items and members to check names against';

interface CatalogueOption {
	readonly catalogue?: string | null;
}
type CheckFlags = Pick<CheckRequest, 'json' | 'warningsAsErrors'>;
type TestFlags = Pick<TestRequest, 'json'> & { readonly filter?: string | null };

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
		// Loaded here: the server's libraries would cost every other command their time.
		const { runServer } = await import('./run-server.ts');
		process.exitCode = await runServer({
			...env,
			PORT: port ?? env['PORT'],
			HOST: host ?? env['HOST'],
			EARNEST_DATA: data ?? env['EARNEST_DATA'],
		});
	});

interface ReplayFlags {
	readonly data: string;
	readonly json: boolean;
	readonly limit?: number | null;
	readonly threads?: number | null;
}

program
	.command('replay')
	.description('evaluate a whole history under a program; nothing is recorded')
	.argument('<program>', 'the program file, such as program.earn')
	.requiredOption('--data <folder>', 'the folder with transactions.jsonl(.gz), members, stores and products')
	.option('--json', 'print the result as JSON', false)
	.option('--limit <count>', 'evaluate only the first transactions', wholeNumber)
	.option('--threads <count>', 'how many threads evaluate; left out, all processors share a large history', wholeNumber)
	.action(async (file: string, { data, json, limit = null, threads = null }: ReplayFlags) => {
		process.exitCode = await replayCommand({ program: file, data, json, limit, threads }, terminal);
	});

program
	.command('check')
	.description('print the problems of programs')
	.argument('<inputs...>', PROGRAMS)
	.option('--catalogue <file>', CATALOGUE)
	.option('--warnings-as-errors', 'fail where there is a warning, too', false)
	.option('--json', 'print the problems as JSON', false)
	.addHelpText('after', statuses('no program has an error', 'one has, or something cannot be read'))
	.action(async (inputs: string[], { catalogue = null, ...options }: CatalogueOption & CheckFlags) => {
		const request = { inputs, catalogue, ...options, nowMs: Date.now() };
		process.exitCode = await checkCommand(request, terminal, process.stdin);
	});

program
	.command('test')
	.description('run the tests that programs declare; nothing is recorded')
	.argument('<inputs...>', PROGRAMS)
	.option('--filter <name>', 'only tests with this in their names, in any case')
	.option('--catalogue <file>', CATALOGUE)
	.option('--json', 'print the results as JSON', false)
	.addHelpText(
		'after',
		statuses('every test that can be run passes', 'one fails or cannot be run, or --filter chooses none'),
	)
	.action(async (inputs: string[], { catalogue = null, filter = null, ...options }: CatalogueOption & TestFlags) => {
		process.exitCode = await testCommand({ inputs, catalogue, filter, ...options }, terminal, process.stdin);
	});

program
	.command('fmt')
	.description('lay programs out afresh, and print which files changed; what cannot be read stays as it is')
	.argument('<inputs...>', PROGRAMS)
	.option('--check', 'change nothing, and print which files would change', false)
	.addHelpText('after', statuses('all is as it should be', 'something cannot be read or, with --check, would change'))
	.action(async (inputs: string[], { check }: { check: boolean }) => {
		process.exitCode = await fmtCommand({ inputs, check }, terminal, process.stdin);
	});

program
	.command('explain')
	.description('say in plain words what programs do')
	.argument('<inputs...>', PROGRAMS)
	.option('--catalogue <file>', CATALOGUE)
	.option('--json', 'print the explanation as JSON', false)
	.addHelpText('after', statuses('everything is explained', 'something has an error and is left out'))
	.action(async (inputs: string[], { catalogue = null, json }: CatalogueOption & { json: boolean }) => {
		process.exitCode = await explainCommand({ inputs, catalogue, json }, terminal, process.stdin);
	});

program
	.command('lsp')
	.description('serve a text editor over standard input and output, by the Language Server Protocol')
	.option('--stdio', 'what it does anyway; editors say so')
	.option('--clientProcessId <id>', 'the process that it ends with')
	.action(async () => {
		// Loaded here for the same reason.
		const { lspCommand } = await import('./lsp/main.ts');
		lspCommand();
	});

await program.parseAsync();

function wholeNumber(text: string): number {
	if (!/^[0-9]{1,12}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
	return Number(text);
}

/** What a command's exit status says, for the end of its help. */
function statuses(success: string, failure: string): string {
	return `\nExit status: 0 where ${success}; 1 where ${failure}.`;
}
