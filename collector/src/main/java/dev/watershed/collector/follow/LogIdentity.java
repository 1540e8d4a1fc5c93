package dev.watershed.collector.follow;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a log is known by: its first bytes, uncompressed. They hold the time of its first event, so
 * that two logs of one server differ.
 *
 * @param length how many bytes, 1 to {@link #MOST_BYTES}
 * @param hash the first 64 bits of their SHA-256
 */
public record LogIdentity(int length, long hash) {

  /** The most bytes looked at. */
  public static final int MOST_BYTES = 4 << 10;

  public LogIdentity {
    if (length < 1 || length > MOST_BYTES) {
      throw new IllegalArgumentException("an identity of " + length + " bytes");
    }
  }

  /** The identity of the log that begins with the first {@code length} of these bytes. */
  public static LogIdentity of(byte[] head, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(head, 0, length);
      return new LogIdentity(length, ByteBuffer.wrap(sha.digest()).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether a log that begins with these bytes is this one. */
  public boolean matches(byte[] head) {
    return head.length >= length && of(head, length).hash == hash;
  }
}
