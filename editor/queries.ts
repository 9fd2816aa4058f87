import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { createClient, type MemberPage, RequestError, valueOf } from './client.ts';
import { takeCatalog, takeDetail } from './document/ahead.ts';

/** The editor's client of the server it came from. */
export const client = createClient((input, init) => fetch(input, init));

/** How many days of activity the list of rules shows. */
export const ACTIVITY_DAYS = 7;
/** How many members or entries one page holds. */
export const PAGE_SIZE = 25;

/** The cache of what was read from the server. What the server refused is not asked for again. */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 30_000,
			refetchOnWindowFocus: false,
			retry: (failures, error) =>
				failures < 2 && !(error instanceof RequestError && error.problem.status >= 400 && error.problem.status < 500),
		},
	},
});

/** Every program of the server. */
export const programsQuery = () =>
	queryOptions({ queryKey: ['programs'], queryFn: async ({ signal }) => valueOf(await client.programs(signal)) });

/** One program with its draft. Read once when the program is opened: from then on the document holds the text. */
export const programQuery = (program: string) =>
	queryOptions({
		queryKey: ['program', program],
		queryFn: async ({ signal }) => (await takeDetail.later(program)) ?? valueOf(await client.program(program, signal)),
		initialData: () => takeDetail.now(program),
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
	});

/** The text of a published version, which never changes. */
export const versionQuery = (program: string, version: number) =>
	queryOptions({
		queryKey: ['version', program, version],
		queryFn: async ({ signal }) => valueOf(await client.version(program, version, signal)),
		staleTime: Number.POSITIVE_INFINITY,
	});

/** The stores and items of a program's business. */
export const catalogQuery = (program: string) =>
	queryOptions({
		queryKey: ['catalog', program],
		queryFn: async ({ signal }) => (await takeCatalog.later(program)) ?? valueOf(await client.catalog(program, signal)),
		initialData: () => takeCatalog.now(program),
		staleTime: 5 * 60_000,
	});

/** What each rule gave in the last days. */
export const activityQuery = (program: string) =>
	queryOptions({
		queryKey: ['activity', program],
		queryFn: async ({ signal }) => valueOf(await client.activity(program, ACTIVITY_DAYS, signal)),
	});

/** One page of members; the page before stays in sight while the next one is read. */
export const membersQuery = (program: string, page: Omit<MemberPage, 'limit'>) =>
	queryOptions({
		queryKey: ['members', program, page.search, page.after ?? ''],
		queryFn: async ({ signal }) => valueOf(await client.members(program, { ...page, limit: PAGE_SIZE }, signal)),
		placeholderData: keepPreviousData,
	});

/** One member. */
export const memberQuery = (program: string, member: string) =>
	queryOptions({
		queryKey: ['member', program, member],
		queryFn: async ({ signal }) => valueOf(await client.member(program, member, signal)),
	});

/** The ledger entries of a member, newest first, page after page. */
export const entriesQuery = (program: string, member: string) =>
	infiniteQueryOptions({
		queryKey: ['entries', program, member],
		queryFn: async ({ signal, pageParam }) =>
			valueOf(await client.entries(program, member, { before: pageParam, limit: PAGE_SIZE }, signal)),
		initialPageParam: undefined as number | undefined,
		getNextPageParam: (page) => page.next ?? undefined,
	});
