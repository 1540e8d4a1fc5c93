package dev.watershed.reports.text;

import dev.watershed.reports.CollectedCatalog;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.workload.catalog.CatalogChange;
import dev.watershed.workload.catalog.CatalogSize;
import dev.watershed.workload.store.window.WindowSource;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code collect} for people: a line per source of each server. */
public final class CollectText {

  private CollectText() {}

  /** The lines. */
  public static String render(List<CollectedSource> sources) {
    StringBuilder text = new StringBuilder();
    for (CollectedSource source : sources) {
      text.append(VisibleText.of(source.server()))
          .append(alone(source, sources) ? "" : " " + VisibleText.of(source.source()))
          .append(": ")
          .append(String.join(", ", parts(source)))
          .append('\n');
    }
    return text.toString();
  }

  private static List<String> parts(CollectedSource source) {
    List<String> parts = new ArrayList<>();
    if (source.catalog().isPresent()) {
      parts.addAll(parts(source.catalog().get()));
    } else if (!source.source().equals(WindowSource.CATALOG)) {
      parts.add(
          Units.counted(source.events(), "statement")
              + " in "
              + Units.counted(source.windows(), "window"));
    }
    if (!source.failures().isEmpty()) {
      parts.add("failed (see above)");
    } else if (source.missed().count() > 0) {
      parts.add(Units.counted(source.missed().count(), "look") + " failed (see above)");
    }
    return parts.isEmpty() ? List.of("not read") : parts;
  }

  private static List<String> parts(CollectedCatalog catalog) {
    CatalogSize size = catalog.size();
    List<String> parts = new ArrayList<>();
    parts.add(Units.counted(size.tables(), "table"));
    parts.add(Units.grouped(size.indexes()) + (size.indexes() == 1 ? " index" : " indexes"));
    add(size.views(), "view", parts);
    add(size.triggers(), "trigger", parts);
    add(size.routines(), "routine", parts);
    add(size.events(), "event", parts);
    String last = parts.remove(parts.size() - 1);
    parts.add(last + " in " + Units.counted(size.schemas(), "schema"));
    CatalogChange change = catalog.change();
    if (!change.any()) {
      parts.add("unchanged");
    } else if (change.first()) {
      parts.add("new");
    } else {
      parts.addAll(parts(change));
    }
    if (!catalog.gaps().isEmpty()) {
      parts.add(Units.counted(catalog.gaps().size(), "gap"));
    }
    return parts;
  }

  private static List<String> parts(CatalogChange change) {
    List<String> parts = new ArrayList<>();
    parts.add(Units.grouped(change.added()) + " added");
    parts.add(Units.grouped(change.changed()) + " changed");
    parts.add(Units.grouped(change.removed()) + " removed");
    parts.removeIf(part -> part.startsWith("0 "));
    return parts;
  }

  private static void add(int count, String noun, List<String> parts) {
    if (count > 0) {
      parts.add(Units.counted(count, noun));
    }
  }

  private static boolean alone(CollectedSource source, List<CollectedSource> sources) {
    return sources.stream().filter(other -> other.server().equals(source.server())).count() == 1;
  }
}
