package dev.watershed.workload.store;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.text.TextLookup;
import dev.watershed.workload.store.window.StoredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds texts, and remembers those that it did not find. May be asked from several threads. */
final class MissingTexts implements TextLookup {

  private final TextLookup texts;
  private final Set<TextId> missing = ConcurrentHashMap.newKeySet();

  MissingTexts(TextLookup texts) {
    this.texts = texts;
  }

  @Override
  public Optional<String> find(TextId id) {
    Optional<String> text = texts.find(id);
    if (text.isEmpty() && !id.isNone()) {
      missing.add(id);
    }
    return text;
  }

  /** Whether any was not found. */
  boolean any() {
    return !missing.isEmpty();
  }

  /** Those of some windows that refer to what was not found. */
  List<SkippedFile> windows(List<StoredWindow> windows) throws UnreadableFileException {
    List<SkippedFile> incomplete = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : windows) {
        AtomicInteger count = new AtomicInteger();
        window.textIds(
            memory,
            id -> {
              if (missing.contains(id)) {
                count.incrementAndGet();
              }
            });
        if (count.get() > 0) {
          incomplete.add(
              new SkippedFile(
                  WindowFiles.pathOf(window.name()),
                  FileProblem.INCOMPLETE,
                  "%d of its texts: %s"
                      .formatted(count.get(), FileProblem.INCOMPLETE.description())));
        }
      }
    }
    return incomplete;
  }
}
