package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.whatif.Effort;
import dev.watershed.reports.Units;
import java.util.Optional;

/** How much has to be copied, and how long that takes, in words. */
public final class CopyText {

  private CopyText() {}

  /** Empty where nothing is copied. */
  public static Optional<String> of(Effort effort) {
    if (effort.bytesToCopy() == 0 && effort.tablesOfUnknownSize() == 0) {
      return Optional.empty();
    }
    String unknown =
        "the size of " + Units.counted(effort.tablesOfUnknownSize(), "table") + " is not known";
    if (effort.bytesToCopy() == 0) {
      return Optional.of("copies rows; " + unknown);
    }
    return Optional.of(
        "copies "
            + Units.bytes(effort.bytesToCopy())
            + ", about "
            + Units.seconds(effort.copySeconds())
            + " at 50 MiB a second"
            + (effort.tablesOfUnknownSize() > 0 ? "; " + unknown : ""));
  }
}
