/** What long computations yield to the event loop by. */

/** What is used of a MessageChannel, which browsers and Node type differently. */
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}

/**
 * Waits until the other waiting tasks of the event loop have had their turn: a signal can come, a page can
 * be drawn. By a message and not by a timer, because browsers make timers wait: 4 ms each when they
 * follow one another, a second in a hidden tab.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel() as unknown as { port1: Port; port2: Port };
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
