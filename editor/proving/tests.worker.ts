import { serveTests, type TestsReply, type TestsRequest } from './serve-tests.ts';

/** Runs tests off the main thread. Without the DOM's types for workers, `self` is told what it is. */
const port = self as unknown as {
	onmessage: ((event: MessageEvent<TestsRequest>) => void) | null;
	postMessage: (reply: TestsReply) => void;
};

const serve = serveTests({
	post: (reply) => port.postMessage(reply),
	pause: () => new Promise((resolve) => setTimeout(resolve)),
	nowMs: () => performance.now(),
	today: Date.now,
});

port.onmessage = ({ data }) => void serve(data);
