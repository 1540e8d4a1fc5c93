package dev.watershed.workload.store;

import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds how far a source was read from the windows that are there. */
final class Progress {

  private final SourceProgress progress;

  private Progress(SourceProgress progress) {
    this.progress = progress;
  }

  /**
   * The progress that windows of one server and source show.
   *
   * @param headers of those that count and are whole
   */
  static Progress of(Collection<WindowHeader> headers) {
    TreeMap<Long, List<WindowHeader>> runs = new TreeMap<>();
    for (WindowHeader header : headers) {
      runs.computeIfAbsent(header.seal().run(), run -> new ArrayList<>()).add(header);
    }
    Optional<Seal> done = Optional.empty();
    Optional<Seal> interrupted = Optional.empty();
    for (List<WindowHeader> run : runs.values()) {
      Seal seal = run.get(0).seal();
      if (whole(run)) {
        done = Optional.of(seal);
        interrupted = Optional.empty();
      } else {
        interrupted = Optional.of(seal);
      }
    }
    return new Progress(new SourceProgress(done, interrupted));
  }

  SourceProgress toSourceProgress() {
    return progress;
  }

  /** The number of the last run that is whole; 0 if there is none. */
  long lastDoneRun() {
    return progress.done().map(Seal::run).orElse(0L);
  }

  /** Runs are compacted only when they are whole. */
  private static boolean whole(List<WindowHeader> run) {
    return run.stream().anyMatch(header -> header.name().level() != WindowLevel.SLOT)
        || run.stream().mapToInt(header -> header.seal().part()).distinct().count()
            == run.get(0).seal().parts();
  }
}
