package dev.watershed.collector.follow;

import java.util.regex.Pattern;

/**
 * Under which names the files of a log are found: the log's own, and those that rotation gives:
 * {@code slow.log.1}, {@code slow.log.2.gz}, {@code slow.log-20261123.zst}, {@code
 * slow-20261123.log.gz}, {@code slow.1.log}.
 */
final class LogNames {

  private static final String SUFFIX = "[-._][-._0-9TZ]*[0-9Z](\\.(gz|zst))?";

  private final Pattern rotated;

  /** The names for the log of this name. */
  LogNames(String live) {
    int dot = live.lastIndexOf('.');
    String behind = Pattern.quote(live) + "(" + SUFFIX + "|[-._](old|bak)|\\.(gz|zst))";
    String inside =
        dot <= 0
            ? ""
            : "|"
                + Pattern.quote(live.substring(0, dot))
                + "[-._][-._0-9TZ]*[0-9Z]"
                + Pattern.quote(live.substring(dot))
                + "(\\.(gz|zst))?";
    this.rotated = Pattern.compile(behind + inside);
  }

  /** Whether a name is that of an older part of the log. */
  boolean rotated(String name) {
    return rotated.matcher(name).matches();
  }
}
