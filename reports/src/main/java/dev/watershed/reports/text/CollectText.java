package dev.watershed.reports.text;

import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
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
          .append(Units.counted(source.events(), "statement"))
          .append(" in ")
          .append(Units.counted(source.windows(), "window"))
          .append(source.failures().isEmpty() ? "" : ", failed (see above)")
          .append('\n');
    }
    return text.toString();
  }

  private static boolean alone(CollectedSource source, List<CollectedSource> sources) {
    return sources.stream().filter(other -> other.server().equals(source.server())).count() == 1;
  }
}
