package dev.watershed.workload.store;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextLookup;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The windows of a server and day, as a compaction of old ones would leave them: for readers of a
 * store that is far away, so that they fetch hours instead of slots. The store stays as it is.
 *
 * @param path of the window in the store, if it were put there
 * @param file its bytes
 * @param instead the paths of the windows that it stands for
 */
public record SpanMerge(String path, ByteBuffer file, List<String> instead) {

  /** Everything is old enough to become hours, and nothing to become days. */
  private static final Duration NEVER = Duration.ofDays(366_000);

  /** Compactions number from 0. */
  private static final long BEYOND = 1L << 40;

  public SpanMerge {
    file = file.asReadOnlyBuffer();
    instead = List.copyOf(instead);
  }

  /**
   * Merges the windows of a day that show load. Damaged ones are in none of the results.
   *
   * @param texts those of the store
   */
  public static List<SpanMerge> of(StoreFiles files, TextLookup texts, ServerDay serverDay)
      throws IOException {
    String server = serverDay.server();
    Instant day = serverDay.day();
    CompactionPolicy standard = CompactionPolicy.standard();
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ZERO, NEVER, NEVER, standard.bounds(), standard.observationBounds());
    Instant end = day.plus(WindowLevel.DAY.length());
    WindowFiles.ServerWindows windows =
        new WindowFiles(files)
            .openWithSuperseded(server, new WindowFilter(Set.of(server), Set.of(), day, end));
    TreeMap<String, List<LiveWindow>> bySource = new TreeMap<>();
    for (LiveWindow window : readable(windows.live())) {
      bySource.computeIfAbsent(window.name().source(), source -> new ArrayList<>()).add(window);
    }
    List<SpanMerge> merged = new ArrayList<>();
    GroupEncoder encoder = new GroupEncoder(texts, policy);
    CompactionGroups groups = new CompactionGroups(policy, end, TableWriter.MOST_ROWS);
    for (List<LiveWindow> own : bySource.values()) {
      for (CompactionGroup group : groups.ofAll(own)) {
        if (group.members().size() > 1) {
          WindowHeader header = group.header(List.of(beyond(group)));
          // Whoever reads the store finds a damaged one there, and says so.
          encoder
              .encode(group, header, damaged -> {})
              .map(window -> new SpanMerge(header, window.file()))
              .ifPresent(merged::add);
        }
      }
    }
    return merged;
  }

  /** A name after which comes none that a compaction gives: whoever has both can tell them. */
  private static WindowName beyond(CompactionGroup group) {
    WindowName first = group.members().get(0).name();
    return new WindowName(first.server(), first.source(), group.level(), group.start(), BEYOND);
  }

  private SpanMerge(WindowHeader header, List<ByteBuffer> file) {
    this(
        WindowFiles.pathOf(header.name()),
        joined(file),
        header.superseded().stream().map(WindowFiles::pathOf).toList());
  }

  private static ByteBuffer joined(List<ByteBuffer> parts) {
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::remaining).sum());
    parts.forEach(part -> all.put(part.duplicate()));
    return all.flip();
  }

  private static List<LiveWindow> readable(List<StoredWindow> windows) {
    List<LiveWindow> readable = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : windows) {
        try {
          window.verify();
          readable.add(LiveWindow.read(window, memory));
        } catch (UnreadableFileException damaged) {
          // Whoever reads the store finds it there, and says so.
          continue;
        }
      }
    }
    return readable;
  }
}
