import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Reachability } from "../state";

const HOST = "127.0.0.1";
/** Room for a path with a name of a megabyte in it, in bytes. */
const LARGEST_HEAD = 4 * 1024 * 1024;
const REOPEN_ATTEMPTS = 40;
const REOPEN_PAUSE_MS = 25;

export interface ListenerEvents {
  taken(request: IncomingMessage, response: ServerResponse): void;
  /** A request that gets no answer. */
  ignored(request: IncomingMessage): void;
}

/** A port on this machine that answers, refuses connections, or takes requests and never answers. */
export class Listener {
  readonly #server: Server;
  readonly #events: ListenerEvents;
  #port = 0;
  #reachability: Reachability = "reachable";
  /** Changes one after the other. */
  #change: Promise<void> = Promise.resolve();

  public constructor(events: ListenerEvents) {
    this.#events = events;
    this.#server = createServer({ maxHeaderSize: LARGEST_HEAD, keepAliveTimeout: 0 }, (request, response) => {
      if (this.#reachability === "hanging") this.#ignore(request);
      else events.taken(request, response);
    });
    this.#server.on("clientError", (_error, socket) => refuseUnreadable(socket as Socket));
  }

  /** Base URL. It stays the same when the listener is closed and opened again. */
  public get url(): string {
    return `http://${HOST}:${this.#port}`;
  }

  public async open(port = 0): Promise<void> {
    await this.#listen(port);
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Changes how callers fare. Those who are connected lose their connection. */
  public async become(reachability: Reachability): Promise<void> {
    const change = this.#change.then(async () => this.#become(reachability));
    this.#change = change.catch(() => undefined);
    return change;
  }

  /** Ends every connection at once. */
  public async stop(): Promise<void> {
    await this.#change;
    await this.#close();
  }

  async #become(reachability: Reachability): Promise<void> {
    if (reachability === this.#reachability) return;
    this.#reachability = reachability;
    if (reachability === "refused") return this.#close();
    this.#server.closeAllConnections();
    if (this.#server.listening) return;
    try {
      await this.#reopen();
    } catch (error) {
      this.#reachability = "refused";
      throw error;
    }
  }

  async #close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Somebody else may have the port for a moment. */
  async #reopen(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#listen(this.#port);
      } catch (error) {
        if (attempt === REOPEN_ATTEMPTS) throw error;
        await sleep(REOPEN_PAUSE_MS);
      }
    }
  }

  async #listen(port: number): Promise<void> {
    const listening = once(this.#server, "listening");
    this.#server.listen(port, HOST);
    await listening;
  }

  #ignore(request: IncomingMessage): void {
    request.on("error", () => undefined);
    request.resume();
    this.#events.ignored(request);
  }
}

function refuseUnreadable(socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ error_code: 400, message: "The request is not HTTP, or its head is too long" });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
