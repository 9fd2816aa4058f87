import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import {
	brokenTests,
	type Catalog,
	type Compilation,
	compile,
	describeExpectation,
	notRecordedYet,
	type TestResult,
	testResults,
	unreachable,
} from '#compiler';
import type { StoredProgram } from '#runtime';
import { readBody } from '../body.ts';
import type { VersionDetail, VersionList, VersionSummary } from '../contract.ts';
import { type Env, type Refusal, refuse } from '../problems.ts';
import { type Services, surroundingsOf } from '../services.ts';
import { publish } from '../shapes.ts';
import { versionWire } from '../wire.ts';
import { draftConflict, unknownProgram } from './programs.ts';

/** `/v1/programs/:program/versions`: what is published. */
export function versionRoutes(services: Services): Hono<Env> {
	const { stores, now, hash } = services;
	const routes = new Hono<Env>();

	routes.get('/:program/versions', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const versions = await stores.programs.versions(id);
		return context.json<VersionList>({ versions: versions.map(versionWire) });
	});

	routes.get('/:program/versions/:version', async (context) => {
		const { program: id, version: wanted } = context.req.param();
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const version = /^[1-9][0-9]{0,8}$/.test(wanted) ? await stores.programs.version(id, Number(wanted)) : null;
		if (!version) return refuse(context, unknownVersion(wanted));
		return context.json<VersionDetail>({ ...versionWire(version), text: version.text });
	});

	routes.post('/:program/versions', async (context) => {
		const id = context.req.param('program');
		const program = await stores.programs.get(id);
		if (!program) return refuse(context, unknownProgram(id));
		const body = await readBody(context, publish);
		if (!body.ok) return refuse(context, body.refusal);
		const { draftRevision, allowFailingTests } = body.value;
		const { text, revision } = program.draft;
		if (revision !== draftRevision) return refuse(context, draftConflict(revision));
		const surroundings = await surroundingsOf(services, id, text);
		const compilation = compile(text, surroundings);
		const refusal = refusalToPublish(services, program, compilation);
		if (refusal) return refuse(context, refusal);
		// A text that is in force is refused by the store, whatever its tests come to.
		if (!allowFailingTests && program.newest?.text !== text) {
			const failing = await refusalOfTests(compilation, surroundings.catalog);
			if (failing) return refuse(context, failing);
		}
		const nowMs = now();
		const publication = { draftRevision, hash: hash(text), inForceFromMs: nowMs, nowMs };
		const publishing = await stores.programs.publish(id, publication);
		switch (publishing.kind) {
			case 'published':
				context.header('location', `/v1/programs/${id}/versions/${publishing.version.version}`);
				return context.json<VersionSummary>(versionWire(publishing.version), 201);
			case 'conflict':
				return refuse(context, draftConflict(publishing.draft.revision));
			case 'nothing-to-publish': {
				const detail = `The draft is the text of version ${publishing.version.version}, which is in force. Change it first.`;
				return refuse(context, { kind: 'nothing-to-publish', detail });
			}
			case 'no-program':
				return refuse(context, unknownProgram(id));
			default:
				return unreachable(publishing);
		}
	});

	return routes;
}

/** The refusal of a version that does not exist. */
export function unknownVersion(version: string | number): Refusal {
	return { kind: 'unknown-version', detail: `There is no version \`${version}\` of this program.` };
}

/** What stands in the way of publishing a draft; null where nothing does. */
function refusalToPublish({ engine }: Services, { newest }: StoredProgram, compilation: Compilation): Refusal | null {
	const { plan, problems } = compilation;
	if (!plan) {
		const errors = problems.filter(({ severity }) => severity === 'error').length;
		const detail = `The draft has ${errors === 1 ? 'an error' : `${errors} errors`}; nothing was published. Correct it first.`;
		return { kind: 'program-has-errors', detail, problems };
	}
	const notRecorded = notRecordedYet(compilation);
	if (notRecorded.length > 0) {
		const count = notRecorded.length === 1 ? 'something' : `${notRecorded.length} things`;
		const detail = `The draft says ${count} that the server does not record yet; nothing was published. ${notRecorded[0]?.message}`;
		return { kind: 'program-not-recorded', detail, problems: notRecorded };
	}
	const before = newest && engine.prepare(newest.text).compilation.plan?.program.pointDecimals;
	if (before === null || before === undefined || before === plan.program.pointDecimals) return null;
	// What members hold is counted in units of this precision.
	const detail = `Points had ${before} decimals so far and would have ${plan.program.pointDecimals}. Keep \`points\` as it was.`;
	return { kind: 'point-precision-changed', detail };
}

/** Runs the tests of a draft; why it is not published where one does not hold. Between two tests other requests are answered. */
async function refusalOfTests(compilation: Compilation, catalog: Catalog | null): Promise<Refusal | null> {
	const broken: TestResult[] = [];
	let all = 0;
	for (const result of testResults(compilation, { catalog })) {
		all += 1;
		if (result.kind !== 'passed') broken.push(result);
		await setImmediate();
	}
	const [first] = broken;
	if (!first) return null;
	const count = all === 1 ? 'The test of the draft does' : `${broken.length} of ${all} tests of the draft do`;
	const which = all === 1 ? 'It is' : 'The first is';
	const sentences = [
		`${count} not hold; nothing was published.`,
		`${which} \`${first.name}\`. ${whyBroken(first)}`,
		'Correct the draft or its tests, or send `allowFailingTests: true` to publish it as it is.',
	];
	return { kind: 'tests-failed', detail: sentences.join(' '), problems: brokenTests(broken) };
}

function whyBroken(result: TestResult): string {
	if (result.kind === 'refused') return `It could not be run: ${result.reason}`;
	return result.expectations
		.filter(({ holds }) => !holds)
		.slice(0, 1)
		.map(describeExpectation)
		.join('');
}
