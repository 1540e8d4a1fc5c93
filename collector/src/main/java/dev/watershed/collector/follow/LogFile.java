package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.LogHead;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One file of a log, as it was found.
 *
 * @param path where it is
 * @param live whether the server writes to this name
 * @param packed whether it is compressed
 * @param size in bytes, as it lies on disk
 * @param modifiedMicros when it was written last, in microseconds since 1970
 * @param head its first bytes, uncompressed, at most {@link LogIdentity#MOST_BYTES}; never empty
 * @param begins what they tell
 */
public record LogFile(
    Path path,
    boolean live,
    boolean packed,
    long size,
    long modifiedMicros,
    byte[] head,
    LogHead begins) {

  public LogFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(begins, "begins");
    head = head.clone();
    if (head.length == 0 || head.length > LogIdentity.MOST_BYTES) {
      throw new IllegalArgumentException(path + ": a head of " + head.length + " bytes");
    }
  }

  @Override
  public byte[] head() {
    return head.clone();
  }

  /** The identity by everything that is known of it. */
  public LogIdentity identity() {
    return LogIdentity.of(head, head.length);
  }

  boolean is(LogIdentity identity) {
    return identity.matches(head);
  }

  /** When its first event ended, in microseconds since 1970. */
  public OptionalLong beganMicros() {
    return begins.firstMicros();
  }

  /** The file as one that was read to its end. */
  FinishedLogs.FinishedLog finished() {
    return new FinishedLogs.FinishedLog(identity(), beganMicros().orElse(FinishedLogs.NOTHING));
  }

  /** Where it stands among the files of its log: the time of its first event, if it tells one. */
  long orderMicros() {
    return beganMicros().orElse(modifiedMicros);
  }

  /**
   * Whether two files hold the same log, one of them perhaps a part of it: while a log is copied or
   * compressed there are two for a time.
   */
  boolean sameLog(LogFile other) {
    int differs = Arrays.mismatch(head, other.head);
    if (differs < 0) {
      return true;
    }
    LogFile shorter = head.length <= other.head.length ? this : other;
    return differs == shorter.head.length && shorter.beganMicros().isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogFile that
        && path.equals(that.path)
        && live == that.live
        && packed == that.packed
        && size == that.size
        && modifiedMicros == that.modifiedMicros
        && Arrays.equals(head, that.head);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, size, modifiedMicros);
  }

  @Override
  public String toString() {
    return path + " of " + size + " bytes";
  }
}
