package dev.watershed.collector.reference;

import java.util.regex.Pattern;

/** The three lines that a server writes when it opens the log. */
final class ReferenceBanner {

  private static final Pattern COLUMNS = Pattern.compile("Time\\s.*Id Command\\s+Argument\\s*");

  private ReferenceBanner() {}

  static boolean at(ReferenceLines lines, int line) {
    if (!lines.text(line).endsWith("started with:")) {
      return false;
    }
    int port = lines.next(line);
    boolean tcp = lines.startsWith(port, "Tcp port: ") || lines.startsWith(port, "TCP Port: ");
    int columns = lines.next(port);
    return tcp && columns < lines.length() && COLUMNS.matcher(lines.text(columns)).matches();
  }

  /** The byte after the banner. */
  static int end(ReferenceLines lines, int line) {
    return lines.next(lines.next(lines.next(line)));
  }
}
