/** Serves the lab to the browser of this machine, and to nobody else. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codeOf, FileError } from '../../node/file_error.ts';
import { UsageError } from '../words/usage_error.ts';
import { labFile } from './lab_files.ts';
import type { OwnTraining } from './own_training.ts';

export interface LabServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  close(): void;
}

const HOST = '127.0.0.1';
/** Beside the page of the time machine. */
const OWN_PATH = '/lab/own_run.json';

/**
 * @param port 0 for a free one
 * @param own a recorded training run, which the time machine asks for
 * @throws UsageError for a port that another program has
 */
export async function serveLab(
  folder: string,
  port: number,
  own?: OwnTraining,
): Promise<LabServer> {
  const ownFile = own && {
    type: 'application/json',
    bytes: new TextEncoder().encode(JSON.stringify(own)),
  };
  const fileAt = (path: string) => (path === OWN_PATH ? ownFile : labFile(folder, path));
  const server = createServer(({ method, url = '/', headers }, response) => {
    const { port: own } = server.address() as AddressInfo;
    const isOurs = [`${HOST}:${own}`, `localhost:${own}`].includes(headers.host ?? '');
    const isRead = method === 'GET' || method === 'HEAD';
    const file = isOurs && isRead ? fileAt(url.replace(/[?#].*$/, '')) : undefined;
    if (file === undefined) {
      response.writeHead(isRead ? 404 : 405, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        'There is no such page here. The chapters are in the folder docs of the package.\n',
      );
      return;
    }
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length });
    response.end(method === 'HEAD' ? undefined : file.bytes);
  });
  await listening(server, port);
  return {
    origin: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      if (codeOf(cause) !== 'EADDRINUSE') {
        reject(new FileError({ where: `port ${port}`, expected: 'a port to serve on' }, { cause }));
        return;
      }
      reject(
        new UsageError({
          where: '--port',
          expected: 'a port that is free',
          received: `${port}, which another program has`,
          remedy: 'Choose another one, or leave it out: then a free one is found.',
        }),
      );
    });
    server.listen(port, HOST, resolve);
  });
}
