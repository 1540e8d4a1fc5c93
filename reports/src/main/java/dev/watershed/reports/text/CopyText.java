package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.whatif.Effort;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.Units;
import java.util.List;
import java.util.Optional;

/** How much has to be copied, and how long that takes, in words. */
public final class CopyText {

  private CopyText() {}

  /** Empty where nothing is copied. */
  public static Optional<String> of(Effort effort) {
    return said(effort).map(Saying::text);
  }

  /** The same for every language. */
  public static Optional<Saying> said(Effort effort) {
    if (effort.bytesToCopy() == 0 && effort.tablesOfUnknownSize() == 0) {
      return Optional.empty();
    }
    Saying unknown =
        Saying.of(
            "copies.unknown",
            "the size of {0} is not known",
            Saying.count("tables", effort.tablesOfUnknownSize(), "table", "tables"));
    if (effort.bytesToCopy() == 0) {
      return Optional.of(Saying.of("copies.rows", "copies rows; {0}", unknown));
    }
    Saying copies =
        Saying.of(
            "copies.bytes",
            "copies {0}, about {1} at 50 MiB a second",
            Units.bytes(effort.bytesToCopy()),
            Units.seconds(effort.copySeconds()));
    return Optional.of(
        effort.tablesOfUnknownSize() > 0
            ? Saying.joined(Joint.SEMICOLON, List.of(copies, unknown))
            : copies);
  }
}
