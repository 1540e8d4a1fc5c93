package dev.watershed.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a service that speaks HTTP, and can lose the answer to a {@code PUT}. */
final class LostAnswer implements AutoCloseable {

  private static final String PUT = "PUT ";
  private static final int CHUNK = 64 << 10;

  private final ServerSocket listener;
  private final int port;
  private final AtomicBoolean armed = new AtomicBoolean();
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * @param port of the service, on 127.0.0.1
   */
  LostAnswer(int port) throws IOException {
    this.port = port;
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  String endpoint() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** The service does what the next {@code PUT} asks for, and nobody hears of it. */
  void loseNext() {
    armed.set(true);
  }

  /** How many answers were lost. */
  int lost() {
    return lost.get();
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      Socket service = new Socket(InetAddress.getLoopbackAddress(), port);
      AtomicBoolean losing = new AtomicBoolean();
      thread(() -> requests(client, service, losing));
      thread(() -> answers(service, client, losing));
    }
  }

  private void requests(Socket client, Socket service, AtomicBoolean losing) throws IOException {
    try (client;
        service) {
      byte[] chunk = new byte[CHUNK];
      InputStream from = client.getInputStream();
      OutputStream to = service.getOutputStream();
      for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
        // A client begins each request with a write of its own.
        if (begins(chunk, count) && armed.compareAndSet(true, false)) {
          losing.set(true);
        }
        to.write(chunk, 0, count);
      }
    }
  }

  private static boolean begins(byte[] chunk, int count) {
    return new String(chunk, 0, count, StandardCharsets.ISO_8859_1).startsWith(PUT);
  }

  private void answers(Socket service, Socket client, AtomicBoolean losing) throws IOException {
    try (service;
        client) {
      byte[] chunk = new byte[CHUNK];
      InputStream from = service.getInputStream();
      OutputStream to = client.getOutputStream();
      for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
        if (losing.get() && !continues(chunk, count)) {
          lost.incrementAndGet();
          return;
        }
        to.write(chunk, 0, count);
      }
    }
  }

  /** Whether the service only asks for the content. */
  private static boolean continues(byte[] chunk, int count) {
    return new String(chunk, 0, count, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 100");
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** Something that ends when a connection does. */
  @FunctionalInterface
  private interface Relay {
    void run() throws IOException;
  }

  private static void thread(Relay relay) {
    Thread thread =
        new Thread(
            () -> {
              try {
                relay.run();
              } catch (IOException closed) {
                // One side is gone, and so is the other.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
