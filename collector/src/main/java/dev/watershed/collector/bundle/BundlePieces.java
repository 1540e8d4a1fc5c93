package dev.watershed.collector.bundle;

import dev.watershed.collector.slowlog.ArchiveSource;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The pieces of a bundle, one after the other. Each is followed by its number, its checksum and its
 * length, so that what was cut, edited or left out is found, and where. See docs/bundle.md.
 */
final class BundlePieces implements Closeable {

  /** The version that is read; others are not known. */
  static final String VERSION = "1";

  static final String FORMAT = "@watershed-bundle";
  static final String END = "@end";
  private static final byte[] CHECK = "@check\t".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BYTES = 256 << 20;
  private static final String ANEW = "; have the script run again, and bring its output unchanged";

  private static final int BUFFER = 64 << 10;

  private final String name;
  private final ArchiveSource source;
  private final int mostBytes;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long lines;
  private long pieces;
  private boolean ended;

  private BundlePieces(String name, ArchiveSource source, int mostBytes) {
    this.name = name;
    this.source = source;
    this.mostBytes = mostBytes;
  }

  /**
   * Opens a file, packed or not.
   *
   * @param name for messages
   */
  static BundlePieces open(String name, Path file) throws IOException {
    return open(name, file, MOST_BYTES);
  }

  /** For tests: answers as small as one likes. */
  static BundlePieces open(String name, Path file, int mostBytes) throws IOException {
    try {
      return new BundlePieces(name, ArchiveSource.of(file), mostBytes);
    } catch (IOException e) {
      String damage = ArchiveSource.damage(e).orElseThrow(() -> e);
      throw new BundleException(name + ": cannot be unpacked: " + damage);
    }
  }

  /**
   * The next piece; empty behind the last one.
   *
   * @throws BundleException if the file is not what the script wrote
   */
  Optional<BundlePiece> next() throws IOException {
    long first = lines + 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (readLine()) {
      byte[] read = line.toByteArray();
      if (lines == 1) {
        requireFormat(read);
      }
      if (ended) {
        throw new BundleException(name + ": line " + lines + " is behind the end of the bundle");
      }
      if (startsWith(read, CHECK)) {
        return Optional.of(checked(first, bytes.toByteArray(), read));
      }
      bytes.writeBytes(read);
      requireRoom(bytes.size(), first);
    }
    if (!ended && source.damage().isPresent()) {
      throw new BundleException(
          "%s: damaged or cut behind line %d: %s%s"
              .formatted(name, lines, source.damage().get(), ANEW));
    }
    if (!ended) {
      throw new BundleException(
          name
              + ": it stops in line "
              + lines
              + ", before its end: the script was interrupted, or the file was cut"
              + ANEW);
    }
    return Optional.empty();
  }

  private BundlePiece checked(long first, byte[] bytes, byte[] check) throws BundleException {
    String[] words = text(check).strip().split("\t", -1);
    String expected =
        String.join("\t", Long.toUnsignedString(PosixChecksum.of(bytes)), "" + bytes.length);
    boolean whole = words.length == 4 && expected.equals(words[2] + "\t" + words[3]);
    BundlePiece piece = new BundlePiece(first, bytes);
    if (!whole || bytes.length == 0) {
      throw new BundleException(
          "%s: lines %d to %d (%s) are not what the script wrote: edited, or damaged on the way%s"
              .formatted(name, first, lines, what(piece), ANEW));
    }
    pieces++;
    if (!words[1].equals(Long.toString(pieces))) {
      throw new BundleException(
          "%s: before line %d something is missing: expected piece %d, found %s%s"
              .formatted(name, first, pieces, words[1], ANEW));
    }
    if (piece.kind().equals(END)) {
      ended = true;
    }
    return piece;
  }

  private static String what(BundlePiece piece) {
    String head = String.join(" ", piece.head());
    return head.substring(0, Math.min(head.length(), 60));
  }

  private void requireFormat(byte[] first) throws BundleException {
    String[] words = text(first).strip().split("\t", -1);
    if (!words[0].equals(FORMAT) || words.length < 2) {
      throw new BundleException(
          name + ": not a bundle: expected the output of a script that watershed bundle printed");
    }
    if (!words[1].equals(VERSION)) {
      throw new BundleException(
          "%s: a bundle of format %s; this Watershed reads format %s. Have a script run that it printed"
                  .formatted(name, words[1], VERSION)
              + " itself");
    }
  }

  /** Reads a line with its line feed; false at the end, where a line without one is none. */
  private boolean readLine() throws IOException {
    line.reset();
    while (at < limit || fill()) {
      int from = at;
      while (at < limit && buffer[at] != '\n') {
        at++;
      }
      boolean whole = at < limit;
      at += whole ? 1 : 0;
      line.write(buffer, from, at - from);
      if (whole) {
        lines++;
        return true;
      }
      requireRoom(line.size(), lines + 1);
    }
    return false;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, source.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private void requireRoom(int size, long fromLine) throws BundleException {
    if (size > mostBytes) {
      throw new BundleException(
          "%s: an answer of more than %d MB from line %d"
              .formatted(name, mostBytes >> 20, fromLine));
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
