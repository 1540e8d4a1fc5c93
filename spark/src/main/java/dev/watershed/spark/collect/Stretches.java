package dev.watershed.spark.collect;

import dev.watershed.collector.follow.LogPlace;
import dev.watershed.collector.follow.LogPlan;
import dev.watershed.collector.follow.WindowStart;
import dev.watershed.spark.collect.StretchTask.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts logs into the stretches that tasks read. */
final class Stretches {

  private Stretches() {}

  /**
   * The stretches of one log. The first begins where it was read last; the others guess.
   *
   * @param server its position
   * @param bytes of a stretch within a file that is not compressed
   */
  static List<StretchTask> of(int server, LogPlan plan, long bytes) {
    List<LogPlace> places = plan.stretches(bytes);
    List<StretchTask> tasks = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      LogPlace from = places.get(i);
      LogPlace to = i + 1 < places.size() ? places.get(i + 1) : plan.end();
      tasks.add(task(server, from, to, i == 0 ? Kind.FIRST : Kind.GUESSED));
    }
    return tasks;
  }

  private static StretchTask task(int server, LogPlace from, LogPlace to, Kind kind) {
    return new StretchTask(
        server, from.step(), from.offset(), to.step(), to.offset(), kind, null, Set.of());
  }

  /**
   * From where nobody began whose windows hold, up to where one did who may be met.
   *
   * @param others where others began
   */
  static StretchTask again(int server, WindowStart start, Set<WindowStart> others) {
    return new StretchTask(
        server,
        start.step(),
        start.offset(),
        start.step(),
        start.offset(),
        Kind.KNOWN,
        start,
        new HashSet<>(others));
  }
}
