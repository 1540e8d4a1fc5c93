package dev.watershed.collector.slowlog;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Texts in the place of a statement that are none: administrator commands, the throttle's note. */
final class SpecialStatements {

  private static final byte[] ADMINISTRATOR =
      "# administrator command: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] THROTTLE = "throttle: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SUPPRESSED =
      "'index not used' warning(s) suppressed".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_COMMANDS = 64;
  private static final int LONGEST_NAME = 256;

  private static final class Command {
    private final byte[] name;
    private final Fingerprint fingerprint;

    Command(byte[] name, Fingerprint fingerprint) {
      this.name = name;
      this.fingerprint = fingerprint;
    }
  }

  private final List<Command> commands = new ArrayList<>();

  /** The fingerprint of an administrator command; empty for a statement. */
  Optional<Fingerprint> administrator(byte[] bytes, int from, int to) {
    if (bytes[from] != '#' || !Words.startsWith(bytes, from, to, ADMINISTRATOR)) {
      return Optional.empty();
    }
    int name = from + ADMINISTRATOR.length;
    int end = name;
    while (end < to && bytes[end] != ';' && bytes[end] != '\n') {
      end++;
    }
    return Optional.of(command(bytes, name, Texts.trimmedEnd(bytes, name, end)));
  }

  /** How many statements a throttle's note stands for; −1 for any other text. */
  static long throttled(byte[] bytes, int from, int to) {
    if (bytes[from] != 't' || !Words.startsWith(bytes, from, to, THROTTLE)) {
      return -1;
    }
    int i = from + THROTTLE.length;
    while (i < to && bytes[i] == ' ') {
      i++;
    }
    long count = 0;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9' && count < Integer.MAX_VALUE) {
      count = count * 10 + bytes[i++] - '0';
    }
    while (i < to && bytes[i] == ' ') {
      i++;
    }
    boolean note = Words.startsWith(bytes, i, to, SUPPRESSED) && Words.newline(bytes, i, to) == to;
    return note ? count : -1;
  }

  private Fingerprint command(byte[] bytes, int from, int to) {
    for (Command command : commands) {
      if (Arrays.equals(command.name, 0, command.name.length, bytes, from, to)) {
        return command.fingerprint;
      }
    }
    byte[] name = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_NAME));
    Fingerprint fingerprint =
        Fingerprints.ofAdministratorCommand(new String(name, StandardCharsets.UTF_8));
    if (commands.size() < MOST_COMMANDS && name.length == to - from) {
      commands.add(new Command(name, fingerprint));
    }
    return fingerprint;
  }
}
