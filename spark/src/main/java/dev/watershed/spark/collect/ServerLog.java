package dev.watershed.spark.collect;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.CursorBytes;
import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.LogCursor;
import dev.watershed.collector.follow.LogPlan;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of one server on its way to the tasks.
 *
 * @param server its name
 * @param name the log, as windows call it
 * @param liveName the name of the file that the server writes to; empty where nobody knows
 * @param ended whether nothing is written to it any more
 * @param version of Watershed
 * @param settings how it is read
 * @param sealed the cursor of its last window in the store; of no bytes where there is none
 * @param parts its files
 */
record ServerLog(
    String server,
    String name,
    String liveName,
    boolean ended,
    String version,
    ReaderSettings settings,
    byte[] sealed,
    ArrayList<LogPart> parts)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Where the last window in the store ended. */
  Optional<LogCursor> cursor() throws IOException {
    if (sealed.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(CursorBytes.decode(sealed));
    } catch (DamagedBytesException e) {
      throw new IOException("its last window cannot be continued: " + e.getMessage(), e);
    }
  }

  /**
   * The name of the file that grows. Of several of that name, one in the folder of each day, nobody
   * knows which: what was written when they were listed is read of all of them.
   */
  private String growing() {
    long named = parts.stream().filter(part -> part.name().equals(liveName)).count();
    return named == 1 ? liveName : "";
  }

  /** Which files are read in which order: the same on the driver and in every task. */
  LogPlan plan() throws IOException {
    SlowLogOptions options = settings.options();
    String growing = growing();
    return LogPlan.of(
        cursor().map(LogCursor::position),
        List.copyOf(parts).stream().map(part -> part.file(growing, options)).toList(),
        ended);
  }

  FollowedLog followed() {
    return new FollowedLog(
        server, Path.of(name.replaceFirst("^[^/]*://", "")), name, settings.options());
  }
}
