package dev.watershed.cli.fault;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.LiveServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A way to a server, on 127.0.0.1, that breaks or leads elsewhere when it is told to. */
final class Relay implements AutoCloseable {

  private static final int SCHEME = "jdbc:".length();

  private final ServerSocket listener;
  private final List<RelayedConnection> connections = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<RelayFault>> planned =
      new AtomicReference<>(Optional.empty());
  private volatile LiveServer target;

  Relay(LiveServer target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  /** The address of the server by this way. */
  String url() {
    return LiveAddress.url(target)
        .replace("127.0.0.1:" + port(target), "127.0.0.1:" + listener.getLocalPort());
  }

  /** Cuts what is open, and leads to a server from now on. */
  void leadTo(LiveServer other) {
    target = other;
    connections.forEach(RelayedConnection::close);
    connections.clear();
  }

  /** The first statement that a fault waits for, on any connection, brings it about. */
  void plan(RelayFault fault) {
    planned.set(Optional.of(fault));
  }

  /** Whether the fault that was planned has come about. */
  boolean faulted() {
    return planned.get().isEmpty();
  }

  /** The fault of a request, which happens once. */
  Optional<RelayFault> faultOf(String request) {
    Optional<RelayFault> fault = planned.get();
    boolean now = fault.isPresent() && request.contains(fault.get().inRequest());
    return now && planned.compareAndSet(fault, Optional.empty()) ? fault : Optional.empty();
  }

  /** Opens a socket to a server. */
  static Socket socketTo(LiveServer server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port(server));
  }

  private static int port(LiveServer server) {
    return URI.create(LiveAddress.url(server).substring(SCHEME)).getPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        try {
          connections.add(RelayedConnection.start(client, socketTo(target), this));
        } catch (IOException unreachable) {
          client.close();
        }
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    connections.forEach(RelayedConnection::close);
  }
}
