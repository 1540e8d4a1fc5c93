package dev.watershed.cli.command;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.imports.ImportedOwners;
import dev.watershed.cli.imports.OwnerImport;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.catalog.Catalog;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How finely those are told apart who share tables. */
final class CouplingOptions {

  @Option(
      names = "--modules",
      description = "Tell the modules of a service apart, as if each were a service.")
  private boolean modules;

  PartyLevel level() {
    return modules ? PartyLevel.MODULE : PartyLevel.SERVICE;
  }

  /**
   * What was found.
   *
   * @param data what it was found in
   * @param owners who owns what by the configuration and other files
   * @param exitCode how the command ends if nothing else happens
   */
  record Found(
      CouplingFacts facts, List<CoupledData> data, ImportedOwners owners, ExitCode exitCode) {

    Found {
      data = List.copyOf(data);
    }

    /** The catalogs by set of data; sets without one are absent. */
    SortedMap<String, Catalog> catalogs() {
      SortedMap<String, Catalog> catalogs = new TreeMap<>();
      data.forEach(set -> set.catalog().ifPresent(found -> catalogs.put(set.name(), found)));
      return catalogs;
    }
  }

  /** Reads the store and finds what couples services. */
  Found find(CommandContext context, Configuration configuration, StoreOptions.StoreSpan span)
      throws CommandException {
    return find(context, configuration, span, WorkloadBounds.standard());
  }

  /** The same within other bounds: more rows of minutes keep slots narrow. */
  Found find(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      WorkloadBounds bounds)
      throws CommandException {
    FactsCache cache = FactsCache.of(context, configuration);
    CouplingReading reading = CouplingReading.of(context, configuration, span, cache, bounds);
    Found found = find(reading, configuration);
    cache.save();
    return found;
  }

  /**
   * Reads the store and finds who uses and owns what, as far as moves are judged by it: without
   * findings ({@link CouplingAnalysis#withoutFindings}).
   */
  Found owned(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      WorkloadBounds bounds)
      throws CommandException {
    FactsCache cache = FactsCache.of(context, configuration);
    Found found =
        owned(CouplingReading.of(context, configuration, span, cache, bounds), configuration);
    cache.save();
    return found;
  }

  /** The same of what was read. */
  Found owned(CouplingReading reading, Configuration configuration) throws CommandException {
    ImportedOwners owners = owners(configuration);
    CouplingFacts facts =
        CouplingAnalysis.withoutFindings(
            CouplingInputs.of(reading.data(), configuration.services(), level()),
            owners.claims(),
            level());
    return new Found(facts, reading.data(), owners, reading.exitCode());
  }

  /** Finds what couples services in what was read. */
  Found find(CouplingReading reading, Configuration configuration) throws CommandException {
    ImportedOwners owners = owners(configuration);
    CouplingFacts facts =
        CouplingAnalysis.of(
            CouplingInputs.of(reading.data(), configuration.services(), level()),
            configuration.services(),
            owners.claims(),
            level());
    return new Found(
        reading.laterCatalogs().isEmpty() ? facts : facts.noted(later(reading.laterCatalogs())),
        reading.data(),
        owners,
        reading.exitCode());
  }

  private static ImportedOwners owners(Configuration configuration) throws CommandException {
    try {
      return OwnerImport.read(configuration);
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }

  private static Saying later(List<String> servers) {
    return Saying.of(
        "coupling-note.later",
        "no catalog was collected before the end of the span: the tables of {0} are those of a"
            + " later day",
        servers);
  }
}
