package dev.watershed.cli.command;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.imports.PathOwners;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import picocli.CommandLine;

/**
 * A collected store that is read once, against which {@code check} judges any number of changes. It
 * lies beside the commands to use their readers as they do.
 */
public final class JudgedExample {

  private final CommandContext context;
  private final Configuration configuration;
  private final FleetFacts facts;
  private final SortedMap<String, Catalog> catalogs;

  private JudgedExample(
      CommandContext context,
      Configuration configuration,
      FleetFacts facts,
      SortedMap<String, Catalog> catalogs) {
    this.context = context;
    this.configuration = configuration;
    this.facts = facts;
    this.catalogs = catalogs;
  }

  /**
   * Reads a store.
   *
   * @param folder of its {@code watershed.yaml}
   * @param versions of the servers, by set of data: a dump may not say
   * @param rows about how many a table of a schema has: dumps do not say
   * @param history what migration tools noted, which dumps without rows do not say either
   */
  public static JudgedExample read(
      Path folder,
      Map<String, String> versions,
      BiFunction<String, String, OptionalLong> rows,
      List<Migration> history)
      throws CommandException {
    CommandContext context =
        new CommandContext(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            false,
            Map.of(),
            folder.toAbsolutePath(),
            Optional.empty(),
            Clock.systemUTC());
    StoreOptions options = CommandLine.populateCommand(new StoreOptions(), "-c", "watershed.yaml");
    StoreReading stored = StoreReading.of(context, options.config());
    FleetReading reading =
        FleetReading.of(
            context, stored, options.span(context.clock().instant()), FleetReading.Depth.CHANGE);
    SortedMap<String, Catalog> catalogs = new TreeMap<>();
    reading
        .catalogs()
        .forEach(
            (name, catalog) ->
                catalogs.put(
                    name,
                    counted(
                        catalog,
                        catalog.serverVersion().or(() -> Optional.ofNullable(versions.get(name))),
                        rows,
                        history)));
    return new JudgedExample(
        context, stored.configuration(), counted(reading.facts(), catalogs), catalogs);
  }

  /**
   * Judges what the options of {@code check} name.
   *
   * @param arguments such as {@code --ddl}, relative to the folder
   */
  public Verdict judge(String... arguments) throws CommandException {
    ChangeOptions options = CommandLine.populateCommand(new ChangeOptions(), arguments);
    return configuration
        .rules()
        .judge(
            facts.changedBy(
                ChangeReading.read(
                    context,
                    configuration,
                    options,
                    ChangeFiles.of(context, options),
                    PathOwners.NONE,
                    facts,
                    catalogs)));
  }

  /** What runs today. */
  public FleetFacts facts() {
    return facts;
  }

  /** The catalogs by set of data, with rows. */
  public SortedMap<String, Catalog> catalogs() {
    return catalogs;
  }

  private static FleetFacts counted(FleetFacts read, SortedMap<String, Catalog> catalogs) {
    List<DataFacts> data =
        read.data().stream().map(each -> counted(each, catalogs.get(each.name()))).toList();
    return new FleetFacts(
        read.workload(),
        read.statements(),
        data,
        read.coupling(),
        read.transactions(),
        read.observed(),
        read.use(),
        read.agreements(),
        read.compared(),
        read.change(),
        read.claims(),
        read.past(),
        read.errorsUncounted());
  }

  private static DataFacts counted(DataFacts data, Catalog catalog) {
    AdvisorInput input = data.input();
    AdvisedServer server = input.server();
    return new DataFacts(
        new AdvisorInput(
            new AdvisedServer(
                server.name(),
                catalog.serverVersion().orElse(""),
                server.observedSeconds(),
                server.bufferPoolBytes(),
                AdvisorInput.tables(catalog),
                server.statements()),
            input.usage(),
            input.seen(),
            input.hinted()),
        data.advice());
  }

  private static Catalog counted(
      Catalog catalog,
      Optional<String> version,
      BiFunction<String, String, OptionalLong> rows,
      List<Migration> history) {
    List<TableStatistics> statistics = new ArrayList<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      for (TableDefinition table : schema.tables()) {
        statistics.add(
            new TableStatistics(
                schema.name(),
                table.name(),
                catalog.takenAt(),
                rows.apply(schema.name(), table.name()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
      }
    }
    return new Catalog(
        catalog.takenAt(),
        version,
        catalog.schemas(),
        statistics,
        history.stream().filter(each -> catalog.schema(each.schema()).isPresent()).toList(),
        catalog.gaps());
  }
}
