package dev.watershed.cli.fault;

import dev.watershed.cli.fault.RelayFault.Cut;
import dev.watershed.cli.fault.RelayFault.Freeze;
import dev.watershed.cli.fault.RelayFault.Switch;
import dev.watershed.sql.live.LiveServer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A connection through a {@link Relay}. Requests are read packet by packet (three bytes of length,
 * one of sequence; MySQL Internals Manual, "MySQL Packets"), answers pass as they come.
 */
final class RelayedConnection {

  private static final int HEADER = 4;
  private static final int OK = 0;
  private static final int ERROR = 0xFF;
  private static final int BLOCK = 4_096;

  private final Socket client;
  private final Relay relay;
  private final List<Socket> servers = new CopyOnWriteArrayList<>();
  private volatile Socket server;
  private volatile Optional<RelayFault> fault = Optional.empty();
  private byte[] login = new byte[0];

  private RelayedConnection(Socket client, Socket server, Relay relay) {
    this.client = client;
    this.relay = relay;
    this.server = server;
  }

  static RelayedConnection start(Socket client, Socket server, Relay relay) {
    RelayedConnection connection = new RelayedConnection(client, server, relay);
    connection.answersOf(server);
    connection.thread(connection::requests);
    return connection;
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Works until one side ends, and then ends the other. */
  private void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                close();
              }
            },
            "relayed connection");
    thread.setDaemon(true);
    thread.start();
  }

  private void requests() throws IOException {
    DataInputStream requests = new DataInputStream(client.getInputStream());
    while (true) {
      byte[] packet = packet(requests);
      if (login.length == 0) {
        login = packet;
      }
      Optional<RelayFault> planned = relay.faultOf(new String(packet, StandardCharsets.ISO_8859_1));
      if (planned.isPresent() && planned.get() instanceof Switch to) {
        switchTo(to.other());
      } else if (planned.isPresent()) {
        fault = planned;
      }
      server.getOutputStream().write(packet);
    }
  }

  /** Logs in as the client did, which works because an empty password is no proof of anything. */
  private void switchTo(LiveServer other) throws IOException {
    Socket next = Relay.socketTo(other);
    DataInputStream answers = new DataInputStream(next.getInputStream());
    packet(answers);
    next.getOutputStream().write(login);
    int kind;
    do {
      byte[] answer = packet(answers);
      kind = Byte.toUnsignedInt(answer[HEADER]);
      if (kind == ERROR) {
        throw new IOException(new String(answer, StandardCharsets.ISO_8859_1));
      }
    } while (kind != OK);
    server = next;
    answersOf(next);
  }

  private static byte[] packet(DataInputStream stream) throws IOException {
    byte[] header = new byte[HEADER];
    stream.readFully(header);
    int length =
        Byte.toUnsignedInt(header[0])
            | Byte.toUnsignedInt(header[1]) << 8
            | Byte.toUnsignedInt(header[2]) << 16;
    byte[] packet = Arrays.copyOf(header, HEADER + length);
    stream.readFully(packet, HEADER, length);
    return packet;
  }

  private void answersOf(Socket from) {
    servers.add(from);
    thread(() -> answers(from.getInputStream(), client.getOutputStream()));
  }

  private void answers(InputStream answers, OutputStream out) throws IOException {
    byte[] block = new byte[BLOCK];
    long answered = 0;
    while (true) {
      int length = answers.read(block);
      if (length < 0) {
        throw new EOFException();
      }
      long most = most();
      int passing = (int) Math.min(length, Math.max(0, most - answered));
      out.write(block, 0, passing);
      answered += most == Long.MAX_VALUE ? 0 : passing;
      if (answered == most && fault.orElseThrow() instanceof Cut) {
        client.setSoLinger(true, 0);
        throw new EOFException("cut");
      }
    }
  }

  /** How many bytes of an answer pass. */
  private long most() {
    if (fault.isPresent() && fault.get() instanceof Cut cut) {
      return cut.afterBytes();
    }
    return fault.isPresent() && fault.get() instanceof Freeze freeze
        ? freeze.afterBytes()
        : Long.MAX_VALUE;
  }

  /** Ends both sides. */
  void close() {
    close(client);
    servers.forEach(RelayedConnection::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
