package dev.watershed.reports.text;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.ranking.DigestInference;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.workload.catalog.CatalogGap;
import java.util.ArrayList;
import java.util.List;

/** Tables that are touched without being named, a line each. */
public final class InferenceLines {

  private static final int MOST_TOUCHES = 40;
  private static final int MOST_GAPS = 3;

  private InferenceLines() {}

  /** Of one digest. */
  public static List<String> of(DigestInference facts) {
    if (!facts.known()) {
      return List.of(
          "unknown: the store has no catalog, which would tell triggers, cascades and routines");
    }
    List<InferredTouch> touches = facts.inference().touches();
    List<String> lines = new ArrayList<>();
    touches.stream().limit(MOST_TOUCHES).forEach(touch -> lines.add(of(touch)));
    if (touches.size() > MOST_TOUCHES) {
      lines.add(Units.grouped(touches.size() - MOST_TOUCHES) + " more");
    }
    if (touches.isEmpty()) {
      lines.add("none");
    }
    facts
        .inference()
        .unknown()
        .forEach(unknown -> lines.add("not known: " + VisibleText.of(unknown)));
    lines.addAll(gaps(facts.gaps()));
    return lines;
  }

  /** One touch: the table and the chain. */
  static String of(InferredTouch touch) {
    return VisibleText.of(
        touch.table() + (touch.written() ? " (written)" : "") + " by " + touch.chainText());
  }

  /** What catalogs lack; the first ones of each server. */
  static List<String> gaps(List<CatalogGaps> gaps) {
    List<String> lines = new ArrayList<>();
    for (CatalogGaps server : gaps) {
      lines.add(
          "the catalog of "
              + VisibleText.of(server.server())
              + " has gaps, so that there may be more:");
      for (CatalogGap gap : server.gaps().subList(0, Math.min(MOST_GAPS, server.gaps().size()))) {
        lines.add(VisibleText.of(gap.place() + ": " + gap.reason()));
      }
      if (server.gaps().size() > MOST_GAPS) {
        lines.add("and " + Units.counted(server.gaps().size() - MOST_GAPS, "other gap"));
      }
    }
    return lines;
  }
}
