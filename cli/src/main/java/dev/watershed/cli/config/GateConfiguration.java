package dev.watershed.cli.config;

import dev.watershed.rules.gate.Ratchet;
import dev.watershed.rules.gate.Suppression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What people said of violations.
 *
 * @param baseline the file of what was accepted
 * @param suppressions in the order of the files
 * @param shadowed the names of the rules on trial
 * @param ratchets in the order of the file
 */
public record GateConfiguration(
    Optional<BaselineFile> baseline,
    List<Suppression> suppressions,
    Set<String> shadowed,
    List<Ratchet> ratchets) {

  /** Nothing was said. */
  static final GateConfiguration NONE =
      new GateConfiguration(Optional.empty(), List.of(), Set.of(), List.of());

  /**
   * A file.
   *
   * @param name as the user named it
   */
  public record BaselineFile(String name, Path path) {

    public BaselineFile {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(path, "path");
    }
  }

  public GateConfiguration {
    Objects.requireNonNull(baseline, "baseline");
    suppressions = List.copyOf(suppressions);
    shadowed = Set.copyOf(shadowed);
    ratchets = List.copyOf(ratchets);
  }

  /** Whether a suppression ended before a day. */
  public boolean anyEnded(LocalDate today) {
    return suppressions.stream().anyMatch(each -> each.ended(today));
  }
}
