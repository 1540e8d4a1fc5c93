package dev.watershed.cli.fault;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.LiveServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A way to a server, on 127.0.0.1, that knows nothing of the protocol: it counts the bytes that the
 * server sends, over all connections, and breaks one of them behind a byte that was chosen.
 */
final class BytePipe implements AutoCloseable {

  private static final int SCHEME = "jdbc:".length();
  private static final int BLOCK = 4_096;
  private static final int DELAY_MILLIS = 400;

  private final LiveServer target;
  private final ServerSocket listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private PipeFault fault = PipeFault.NONE;
  private long position;
  private long sent;
  private boolean happened;
  private boolean happenedBefore;

  BytePipe(LiveServer target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  /** The address of the server by this way. */
  String url() {
    return LiveAddress.url(target)
        .replace("127.0.0.1:" + port(), "127.0.0.1:" + listener.getLocalPort());
  }

  /** Counts from 0 again; behind so many bytes something happens, once. */
  synchronized void plan(PipeFault next, long behind) {
    fault = next;
    position = behind;
    sent = 0;
    happenedBefore = happened;
    happened = false;
  }

  /** How many bytes the server sent since the last plan, those that were held back as well. */
  synchronized long sent() {
    return sent;
  }

  /** Whether what was planned has happened. */
  synchronized boolean happened() {
    return happened;
  }

  private int port() {
    return URI.create(LiveAddress.url(target).substring(SCHEME)).getPort();
  }

  /** Whether what was planned before that has happened. */
  synchronized boolean happenedBefore() {
    return happenedBefore;
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // One side ended, and the other was ended with it.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "byte pipe");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      sockets.add(client);
      if (gone()) {
        reset(client);
        continue;
      }
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port());
      sockets.add(server);
      thread(() -> pump(client, server, false));
      thread(() -> pump(server, client, true));
    }
  }

  private synchronized boolean gone() {
    return happened && fault == PipeFault.GONE;
  }

  private void pump(Socket from, Socket to, boolean counted)
      throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[BLOCK];
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        int before = counted ? before(length) : length;
        out.write(block, 0, before);
        if (before < length) {
          happen(to);
          out.write(block, before, length - before);
        }
      }
    }
  }

  /** How many of the next bytes pass before it happens: all, if it does not. */
  private synchronized int before(int length) {
    long first = sent;
    sent += length;
    boolean now =
        fault != PipeFault.NONE && !happened && position >= first && position < first + length;
    happened |= now;
    return now ? (int) (position - first) : length;
  }

  private void happen(Socket client) throws IOException, InterruptedException {
    switch (planned()) {
      case CUT, GONE -> {
        reset(client);
        throw new IOException("cut");
      }
      case CLOSED -> {
        client.close();
        throw new IOException("closed");
      }
      case FROZEN -> {
        closed.await();
        throw new IOException("was frozen");
      }
      case DELAYED -> TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
      case NONE -> throw new IllegalStateException("nothing was planned");
    }
  }

  private synchronized PipeFault planned() {
    return fault;
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
