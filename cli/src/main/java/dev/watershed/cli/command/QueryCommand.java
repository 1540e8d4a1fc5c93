package dev.watershed.cli.command;

import dev.watershed.analyzer.query.QueryException;
import dev.watershed.analyzer.query.QueryLimits;
import dev.watershed.analyzer.query.QuerySession;
import dev.watershed.analyzer.query.QuerySink;
import dev.watershed.analyzer.query.StoreQuery;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.cli.console.ResultOutput;
import dev.watershed.reports.csv.QueryCsv;
import dev.watershed.reports.json.QueryJson;
import dev.watershed.reports.text.QueryTable;
import dev.watershed.rules.table.FactTables;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question of one's own to the store. */
@Command(
    name = "query",
    description = {
      "Answer one SELECT (DuckDB's SQL) over the windows of the store, or with --facts over what they",
      "show together; docs/tables.md says which tables and columns there are."
    },
    sortOptions = false)
public final class QueryCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(paramLabel = "SQL", description = "One SELECT.")
  private String sql = "";

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      required = true,
      description = "Configuration: where the store is, and the services.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only windows that end after then: 2026-11-23T02:00:00Z, 2026-11-23, 2h, 7d.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only windows that begin before then.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--facts",
      description = "Ask the tables that rules of one's own see, worked out for the whole span.")
  private boolean facts;

  @Mixin private SnapshotOptions snapshot = new SnapshotOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most rows, 0 for all. Default: ${DEFAULT-VALUE}.")
  private long limit = 1_000;

  @Option(
      names = "--timeout",
      paramLabel = "SPAN",
      description = "How long the query may take. Default: ${DEFAULT-VALUE}.")
  private String timeout = "60s";

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      description = "How many MiB of memory it may have. Default: ${DEFAULT-VALUE}.")
  private int memoryMebibytes = 1_024;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      converter = QueryFormat.Converter.class,
      description = "Default: text.")
  private Optional<QueryFormat> format = Optional.empty();

  /** The form of an answer. */
  enum QueryFormat {
    TEXT("text"),
    JSON("json"),
    CSV("csv");

    private final String word;

    QueryFormat(String word) {
      this.word = word;
    }

    /** Reads {@code --format}. */
    static final class Converter extends Words<QueryFormat> {
      Converter() {
        super(List.of(values()), format -> format.word);
      }
    }
  }

  public QueryCommand(CommandContext context) {
    this.context = context;
  }

  /** Something that answers to a sink. */
  @FunctionalInterface
  private interface Asked {
    StoreQuery.Result answer(QuerySink sink) throws QueryException, IOException;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    try {
      return (facts || snapshot.given() ? askFacts() : askStore()).code();
    } catch (QueryException wrong) {
      throw new CommandException(ExitCode.USAGE, wrong.getMessage() + wayOut(wrong.reason()));
    }
  }

  private static String wayOut(QueryException.Reason reason) {
    return switch (reason) {
      case WRONG -> "";
      case TOO_LONG -> "; --timeout gives it more, --since and --limit less to do";
      case TOO_LARGE ->
          "; --memory gives it more, --since and --limit less to hold, and 'watershed export' writes"
              + " whole tables";
    };
  }

  private ExitCode askFacts() throws CommandException, OutputClosedException, QueryException {
    StoreReading stored = StoreReading.of(context, config.orElseThrow(), snapshot);
    FleetReading reading = FleetReading.of(context, stored, span(), FleetReading.Depth.FLEET);
    QueryLimits limits = limits();
    written(
        sink -> {
          try (QuerySession session = QuerySession.over(FactTables.of(reading.facts()), limits)) {
            QuerySession.Answer answer = session.answer(sql, Map.of(), sink);
            return new StoreQuery.Result(answer.rows(), answer.more(), List.of());
          }
        },
        limits);
    return reading.exitCode();
  }

  private ExitCode askStore() throws CommandException, OutputClosedException, QueryException {
    Configuration configuration = ConfigurationFile.read(context, config.orElseThrow());
    QueryLimits limits = limits();
    WindowFilter filter = span().filter();
    try (StoreSnapshot opened = open(configuration, filter)) {
      if (opened.windows().isEmpty()) {
        context.say("no window in the store" + (filter.equals(WindowFilter.ALL) ? "" : " then"));
      }
      StoreQuery.Result result =
          written(
              sink -> StoreQuery.run(opened, configuration.services(), sql, limits, sink), limits);
      result.skipped().forEach(file -> context.say("left out of the store: " + file.described()));
      opened.skipped().forEach(file -> context.say("left out of the store: " + file.described()));
      boolean whole = result.skipped().isEmpty() && opened.skipped().isEmpty();
      return whole ? ExitCode.FINE : ExitCode.PARTLY_DONE;
    }
  }

  /** Writes an answer, and says where the limit kept rows back. */
  private StoreQuery.Result written(Asked asked, QueryLimits limits)
      throws QueryException, CommandException, OutputClosedException {
    List<StoreQuery.Result> results = new ArrayList<>();
    List<QueryException> failures = new ArrayList<>();
    ResultOutput.write(
        context,
        Optional.empty(),
        stream -> {
          try {
            results.add(write(asked, stream));
          } catch (QueryException wrong) {
            failures.add(wrong);
          }
        });
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    if (results.get(0).more()) {
      context.say("only the first " + limits.rows() + " rows; --limit 0 gives all");
    }
    return results.get(0);
  }

  private StoreQuery.Result write(Asked asked, OutputStream stream)
      throws QueryException, IOException {
    switch (format.orElse(QueryFormat.TEXT)) {
      case JSON -> {
        QueryJson json = new QueryJson(stream);
        StoreQuery.Result result = asked.answer(json);
        json.end(result.more());
        json.close();
        return result;
      }
      case CSV -> {
        return asked.answer(new QueryCsv(stream));
      }
      default -> {
        QueryTable table = new QueryTable(stream);
        StoreQuery.Result result = asked.answer(table);
        table.flush();
        return result;
      }
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

  private QueryLimits limits() throws CommandException {
    try {
      Duration time = TimeArgument.parseSpan(timeout);
      int threads = Runtime.getRuntime().availableProcessors();
      if (limit < 0) {
        throw new CommandException(ExitCode.USAGE, "--limit: expected 0 or more");
      }
      if (memoryMebibytes < 1) {
        throw new CommandException(ExitCode.USAGE, "--memory: expected 1 or more");
      }
      return new QueryLimits(limit, time, memoryMebibytes, threads);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--timeout: " + e.getMessage());
    }
  }

  private StoreOptions.StoreSpan span() throws CommandException {
    return StoreOptions.span(since, until, snapshot, context.clock().instant());
  }
}
