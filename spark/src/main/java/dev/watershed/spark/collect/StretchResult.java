package dev.watershed.spark.collect;

import dev.watershed.cli.command.SourceRead;
import dev.watershed.collector.follow.WindowStart;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What reading a stretch gave.
 *
 * @param server the position of its server
 * @param start where its first window begins; null in the bytes where it is the log's beginning
 * @param end where the window behind its last one begins; null in the bytes at the end of the log
 * @param found whether any window begins in it
 * @param windows those, in their order; empty in a summary
 * @param count how many windows there are
 * @param events how many events they hold
 * @param read how much of the log they show
 * @param notes what the user should know
 * @param anything whether anything of the log counts
 * @param failure why it could not be read; empty if it could
 */
record StretchResult(
    int server,
    WindowStart start,
    WindowStart end,
    boolean found,
    ArrayList<PackedWindow> windows,
    long count,
    long events,
    SourceRead read,
    ArrayList<String> notes,
    boolean anything,
    String failure)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  Optional<WindowStart> begins() {
    return Optional.ofNullable(start);
  }

  Optional<WindowStart> ends() {
    return Optional.ofNullable(end);
  }

  boolean failed() {
    return !failure.isEmpty();
  }

  /**
   * The windows, if this is what was summarised: what is kept on an executor that died is read once
   * more, and may not be what it was.
   *
   * @throws IOException if it is not
   */
  List<PackedWindow> windowsOf(StretchResult summarised) throws IOException {
    if (!summary().equals(summarised)) {
      throw new IOException(
          failed()
              ? failure
              : "what was read of it was lost, and reads differently now; the next run goes on there");
    }
    return windows;
  }

  /** The same without the windows: what the driver judges by. */
  StretchResult summary() {
    return new StretchResult(
        server,
        start,
        end,
        found,
        new ArrayList<>(List.of()),
        count,
        events,
        read,
        notes,
        anything,
        failure);
  }
}
