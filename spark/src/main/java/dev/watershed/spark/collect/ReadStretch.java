package dev.watershed.spark.collect;

import dev.watershed.cli.command.SourceRead;
import dev.watershed.collector.follow.StretchReader;
import dev.watershed.collector.follow.WindowStart;
import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.store.HadoopSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Reads a stretch in a task. The same stretch gives the same bytes, whoever reads it. */
final class ReadStretch implements Function<StretchTask, StretchResult> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<ServerLog[]> logs;
  private final Broadcast<HashMap<String, String>> configuration;
  private final int attempts;
  private final long enoughBytes;

  /**
   * @param attempts how often a task is tried before it counts as failed
   * @param enoughBytes a task whose windows are so many bytes ends, and another one goes on there
   */
  ReadStretch(
      Broadcast<ServerLog[]> logs,
      Broadcast<HashMap<String, String>> configuration,
      int attempts,
      long enoughBytes) {
    this.logs = logs;
    this.configuration = configuration;
    this.attempts = attempts;
    this.enoughBytes = enoughBytes;
  }

  @Override
  public StretchResult call(StretchTask task) throws IOException {
    try {
      return read(task);
    } catch (IOException e) {
      // What cannot be read today may be readable on another machine; in the end it is told.
      if (Attempts.more(attempts)) {
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
    PackedWindows windows = new PackedWindows(log.version(), enoughBytes);
    return switch (task.kind()) {
      case FIRST ->
          result(
              task, Optional.empty(), reader.readFirst(task.to(), any -> true, windows), windows);
      case KNOWN ->
          result(
              task,
              Optional.of(task.start()),
              reader.readFrom(task.start(), task.to(), task.meets()::contains, windows),
              windows);
      case GUESSED -> {
        Optional<WindowStart> start = reader.guess(task.from(), task.to());
        yield start.isEmpty()
            ? failed(task, "")
            : result(
                task,
                start,
                reader.readFrom(start.get(), task.to(), any -> true, windows),
                windows);
      }
    };
  }

  private static StretchResult result(
      StretchTask task,
      Optional<WindowStart> start,
      StretchReader.Read read,
      PackedWindows packed) {
    ArrayList<PackedWindow> windows = packed.windows();
    return new StretchResult(
        task.server(),
        start.orElse(null),
        read.end().orElse(null),
        true,
        windows,
        windows.size(),
        read.events(),
        packed.read(),
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
        SourceRead.NOTHING,
        new ArrayList<>(),
        false,
        failure);
  }
}
