package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.ViolationKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A baseline under the names of today.
 *
 * @param baseline with the new keys; without renames if all entries have theirs
 * @param renamed how many entries have another key
 * @param unknown entries of which nobody can say what they are called, and which stay as they are
 */
public record BaselineMigration(Baseline baseline, int renamed, List<BaselineEntry> unknown) {

  public BaselineMigration {
    Objects.requireNonNull(baseline, "baseline");
    unknown = List.copyOf(unknown);
  }

  /**
   * Applies the renames of a baseline. Of two entries that get one key, the one that was accepted
   * first stays.
   *
   * @param former what is there, under its old names
   */
  public static BaselineMigration of(Baseline before, FormerKeys former) {
    Map<String, BaselineEntry> entries = new LinkedHashMap<>();
    List<BaselineEntry> unknown = new ArrayList<>();
    int renamed = 0;
    for (BaselineEntry entry : before.entries()) {
      Optional<ViolationKey> key = former.present(entry.key());
      if (key.isEmpty()) {
        unknown.add(entry);
      } else if (!key.get().equals(entry.key())) {
        renamed++;
      }
      BaselineEntry written = key.map(entry::as).orElse(entry);
      entries.merge(written.key().text(), written, BaselineMigration::first);
    }
    Baseline after = before.of(List.copyOf(entries.values()));
    return new BaselineMigration(
        unknown.isEmpty() ? after.renamed(Renames.NONE) : after, renamed, unknown);
  }

  private static BaselineEntry first(BaselineEntry one, BaselineEntry other) {
    return other.since().isBefore(one.since()) ? other : one;
  }
}
