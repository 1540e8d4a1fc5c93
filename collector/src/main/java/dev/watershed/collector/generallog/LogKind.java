package dev.watershed.collector.generallog;

import dev.watershed.collector.slowlog.GroupFinder;
import dev.watershed.collector.slowlog.LogHead;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What kind of log a file is, by its content. */
enum LogKind {
  SLOW,
  GENERAL,
  /** No event of either is among its first bytes. */
  NEITHER;

  /** How many first bytes are looked at. */
  static final int HEAD = 256 << 10;

  private static final int PADDING = 64;
  private static final List<String> BEGINNINGS =
      List.of("# Time: ", "# User@Host: ", "# Query_time: ");
  private static final int LONGEST_BEGINNING = "# Query_time: ".length();

  /** The kind of a log with these first bytes: that of the event that comes first. */
  static LogKind of(byte[] head) {
    byte[] padded = Arrays.copyOf(head, head.length + PADDING);
    boolean banner = GroupFinder.bannerAt(padded, 0, head.length);
    int line = banner ? GroupFinder.behindBanner(padded, 0, head.length) : 0;
    while (line < head.length) {
      if (HeaderLine.at(padded, line, head.length).isPresent()) {
        return GENERAL;
      }
      if (padded[line] == '#' && slow(head, line)) {
        return SLOW;
      }
      while (line < head.length && padded[line] != '\n') {
        line++;
      }
      line++;
    }
    return banner || LogHead.of(head, SlowLogOptions.standard()).anyGroup() ? SLOW : NEITHER;
  }

  private static boolean slow(byte[] head, int from) {
    int to = Math.min(head.length, from + LONGEST_BEGINNING);
    String line = new String(head, from, to - from, StandardCharsets.ISO_8859_1);
    return BEGINNINGS.stream().anyMatch(line::startsWith);
  }
}
