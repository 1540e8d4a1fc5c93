package dev.watershed.spark.collect;

import dev.watershed.collector.follow.StretchReader;
import dev.watershed.collector.follow.WindowStart;
import dev.watershed.spark.store.HadoopSettings;
import dev.watershed.workload.store.text.TextId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Reads a stretch in a task. The same stretch gives the same bytes, whoever reads it. */
final class ReadStretch implements Function<StretchTask, StretchResult> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<ServerLog[]> logs;
  private final Broadcast<HashMap<String, String>> configuration;
  private final int attempts;

  /**
   * @param attempts how often a task is tried before it counts as failed
   */
  ReadStretch(
      Broadcast<ServerLog[]> logs, Broadcast<HashMap<String, String>> configuration, int attempts) {
    this.logs = logs;
    this.configuration = configuration;
    this.attempts = attempts;
  }

  @Override
  public StretchResult call(StretchTask task) throws IOException {
    try {
      return read(task);
    } catch (IOException e) {
      // What cannot be read today may be readable on another machine; in the end it is told.
      if (TaskContext.get().attemptNumber() + 1 < attempts) {
        throw e;
      }
      return failed(task, String.valueOf(e.getMessage()));
    }
  }

  private StretchResult read(StretchTask task) throws IOException {
    ServerLog log = logs.value()[task.server()];
    StretchReader reader =
        new StretchReader(
            log.followed(),
            log.plan().steps(),
            log.cursor(),
            new HadoopLogs(log.parts(), HadoopSettings.of(configuration.value())));
    ArrayList<PackedWindow> windows = new ArrayList<>();
    Set<TextId> brought = new HashSet<>();
    StretchReader.Windows packing =
        window -> windows.add(PackedWindow.of(window, log.version(), brought));
    return switch (task.kind()) {
      case FIRST ->
          result(
              task, Optional.empty(), reader.readFirst(task.to(), any -> true, packing), windows);
      case KNOWN ->
          result(
              task,
              Optional.of(task.start()),
              reader.readFrom(task.start(), task.to(), task.meets()::contains, packing),
              windows);
      case GUESSED -> {
        Optional<WindowStart> start = reader.guess(task.from(), task.to());
        yield start.isEmpty()
            ? failed(task, "")
            : result(
                task,
                start,
                reader.readFrom(start.get(), task.to(), any -> true, packing),
                windows);
      }
    };
  }

  private static StretchResult result(
      StretchTask task,
      Optional<WindowStart> start,
      StretchReader.Read read,
      ArrayList<PackedWindow> windows) {
    return new StretchResult(
        task.server(),
        start.orElse(null),
        read.end().orElse(null),
        true,
        windows,
        windows.size(),
        read.events(),
        new ArrayList<>(read.notes()),
        read.anything(),
        "");
  }

  private static StretchResult failed(StretchTask task, String failure) {
    return new StretchResult(
        task.server(),
        task.start(),
        null,
        false,
        new ArrayList<>(),
        0,
        0,
        new ArrayList<>(),
        false,
        failure);
  }
}
