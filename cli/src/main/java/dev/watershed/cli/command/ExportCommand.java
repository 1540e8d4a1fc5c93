package dev.watershed.cli.command;

import dev.watershed.analyzer.query.QueryException;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.ExportedDay;
import dev.watershed.reports.VisibleText;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the windows of a store as tables for other engines. */
@Command(
    name = "export",
    description = {
      "Write the windows of the store as Parquet files, by day and server, for Spark SQL, Trino,"
          + " DuckDB and the like; docs/export.md says how to read them.",
      "Days count whole, in UTC: each day that the span touches is written, in the place of what an"
          + " earlier export had of it."
    },
    sortOptions = false)
public final class ExportCommand implements Callable<Integer> {

  private final CommandContext context;
  private final Set<String> said = new HashSet<>();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Configuration: where the store is, and whose accounts, hosts and tags are.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From the day on that holds it: 2026-11-23T02:00:00Z, 2026-11-23, 2h, 7d.")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Only days that begin before then.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "Only this server; may be given several times. Default: all.")
  private List<String> servers = List.of();

  @Option(
      names = "--source",
      paramLabel = "slowlog|perfschema|proxy",
      description = "Only what this source showed. Default: all, told apart by a column.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where to: an empty folder, one that is made, or that of an earlier export.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "parquet",
      converter = ExportFormat.Converter.class,
      description = "Default: parquet.")
  private Optional<ExportFormat> format = Optional.of(ExportFormat.PARQUET);

  /** The form of the files. */
  enum ExportFormat {
    PARQUET;

    /** Reads {@code --format}. */
    static final class Converter extends Words<ExportFormat> {
      Converter() {
        super(List.of(values()), value -> value.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  public ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    Configuration configuration = ConfigurationFile.read(context, config.orElseThrow());
    WindowFilter filter =
        wholeDays(
            StoreOptions.span(
                Set.copyOf(servers),
                StoreOptions.sources(source),
                since,
                until,
                context.clock().instant()));
    try (StoreSnapshot snapshot = open(configuration, filter)) {
      snapshot.skipped().forEach(file -> say(file.described()));
      ExportRun run = new ExportRun(snapshot, filter.sources(), configuration.services());
      List<HivePartition> partitions = List.copyOf(run.partitions());
      if (partitions.isEmpty()) {
        context.say("no window in the store" + (filter.equals(WindowFilter.ALL) ? "" : " then"));
        return ExitCode.strongest(
                ExitCode.NOT_ENOUGH_DATA,
                snapshot.skipped().isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE)
            .code();
      }
      List<ExportedDay> exported =
          switch (format.orElse(ExportFormat.PARQUET)) {
            case PARQUET -> write(run, partitions);
          };
      boolean whole =
          snapshot.skipped().isEmpty()
              && exported.stream().allMatch(day -> day.leftOut().isEmpty());
      return (whole ? ExitCode.FINE : ExitCode.PARTLY_DONE).code();
    }
  }

  /** Writes all days, and a line for each. */
  private List<ExportedDay> write(ExportRun run, List<HivePartition> partitions)
      throws CommandException, OutputClosedException {
    Path named = out.orElseThrow();
    List<ExportedDay> exported = new ArrayList<>();
    try (ExportFolder folder = ExportFolder.open(context.path(named.toString()))) {
      for (HivePartition partition : partitions) {
        ExportedDay day = run.export(partition, folder);
        exported.add(day);
        day.leftOut().forEach(this::say);
        ResultOutput.write(
            context,
            Optional.empty(),
            stream -> stream.write(line(day).getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException failed) {
      throw new CommandException(ExitCode.USAGE, "--out " + named + ": " + failed.getMessage());
    } catch (QueryException failed) {
      throw new CommandException(
          ExitCode.USAGE, "cannot export to " + named + ": " + failed.getMessage());
    }
    return exported;
  }

  private static String line(ExportedDay day) {
    return day.day()
        + "  "
        + VisibleText.of(day.server())
        + "  windows "
        + day.windows()
        + "  tables "
        + day.tables().size()
        + "  rows "
        + day.rows()
        + "\n";
  }

  /** What is left out is said once, though two may notice it. */
  private void say(String detail) {
    if (said.add(detail)) {
      context.say("left out of the store: " + detail);
    }
  }

  private StoreSnapshot open(Configuration configuration, WindowFilter filter)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try {
      return Store.open(location.files()).snapshot(filter);
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  /** A part of a day must not stand in the place of the whole. */
  private static WindowFilter wholeDays(StoreOptions.StoreSpan span) {
    return new WindowFilter(
        span.servers(),
        span.sources(),
        span.since().map(time -> time.truncatedTo(ChronoUnit.DAYS)).orElse(Instant.MIN),
        span.until().map(ExportCommand::endOfDay).orElse(Instant.MAX));
  }

  private static Instant endOfDay(Instant time) {
    Instant start = time.truncatedTo(ChronoUnit.DAYS);
    return start.equals(time) ? time : start.plus(Duration.ofDays(1));
  }
}
