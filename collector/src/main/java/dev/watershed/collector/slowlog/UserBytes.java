package dev.watershed.collector.slowlog;

import java.nio.charset.StandardCharsets;

/**
 * The bytes that tell an event's account: the user line's, in the buffer, and the address of a
 * {@code # Client:} line behind them where there is one.
 */
final class UserBytes {

  /** Stands between the user line and the client's address. */
  static final String CLIENT = "\0client ";

  private static final byte[] CLIENT_BYTES = CLIENT.getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[Words.PADDING];
  private int from;
  private int to;
  private boolean present;

  void take(byte[] buffer, Header header) {
    present = header.hasUserLine();
    bytes = buffer;
    from = header.userFrom();
    to = header.userTo();
    int client = header.clientTo() - header.clientFrom();
    if (present && client > 0) {
      int length = to - from;
      keep(CLIENT_BYTES.length + client);
      System.arraycopy(CLIENT_BYTES, 0, bytes, length, CLIENT_BYTES.length);
      System.arraycopy(buffer, header.clientFrom(), bytes, length + CLIENT_BYTES.length, client);
      to = length + CLIENT_BYTES.length + client;
    }
  }

  /** Copies the bytes, so that they stay when the buffer moves on. */
  void keep() {
    keep(0);
  }

  private void keep(int room) {
    byte[] kept = new byte[to - from + room + Words.PADDING];
    System.arraycopy(bytes, from, kept, 0, to - from);
    to -= from;
    from = 0;
    bytes = kept;
  }

  boolean present() {
    return present;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
