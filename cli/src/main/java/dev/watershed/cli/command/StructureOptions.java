package dev.watershed.cli.command;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.structure.StructureAnalysis;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.analyzer.structure.StructureMethod;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Whether and for whom clusters of tables are asked. */
final class StructureOptions {

  @Option(
      names = "--structure",
      description = "Show instead which tables belong together, and what crosses between them.")
  private boolean structure;

  @Option(
      names = "--split",
      paramLabel = "SERVICE",
      description = "With --structure: of what this service alone sends, to split it.")
  private Optional<String> split = Optional.empty();

  /** Whether clusters are asked. */
  boolean asked() throws CommandException {
    if (split.isPresent() && !structure) {
      throw new CommandException(ExitCode.USAGE, "--split: asks for --structure");
    }
    return structure;
  }

  /** The clusters. */
  StructureFacts find(CouplingOptions.Found found) throws CommandException {
    return StructureAnalysis.of(
        found.facts(),
        found.catalogs(),
        party(found.facts().input().parties()),
        StructureMethod.standard());
  }

  private OptionalInt party(Parties parties) throws CommandException {
    if (split.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt party =
        IntStream.range(0, parties.size())
            .filter(each -> parties.name(each).equals(split.get()))
            .findFirst();
    if (party.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--split: no service "
              + split.get()
              + "; there are "
              + IntStream.range(0, parties.services())
                  .mapToObj(parties::name)
                  .collect(Collectors.joining(", ")));
    }
    return party;
  }
}
