package dev.watershed.collector.server.sampling;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the windows of one server in memory. */
public final class KeptSamples implements WindowSink {

  private final List<CollectedWindow> windows = new ArrayList<>();

  @Override
  public Optional<Sealed> last(String server, String source) {
    return windows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sealed(windows.size(), newest().cursor()));
  }

  @Override
  public void put(CollectedWindow window) {
    if (window.number() != windows.size() + 1) {
      throw new IllegalStateException(window.number() + " behind " + windows.size() + " others");
    }
    windows.add(window);
  }

  /** All windows, in order. */
  public List<CollectedWindow> windows() {
    return List.copyOf(windows);
  }

  /** What they hold. */
  public List<Workload> workloads() {
    return windows.stream().map(CollectedWindow::workload).toList();
  }

  /** The last one. */
  public CollectedWindow newest() {
    return windows.get(windows.size() - 1);
  }

  /** How often a reason occurred in all of them. */
  public long count(IssueReason reason) {
    return workloads().stream().mapToLong(workload -> workload.quality().count(reason)).sum();
  }
}
