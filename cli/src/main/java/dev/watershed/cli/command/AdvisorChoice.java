package dev.watershed.cli.command;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that bound what is advised. */
final class AdvisorChoice {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(|b|kib|mib|gib|tib)");
  private static final List<String> UNITS = List.of("b", "kib", "mib", "gib", "tib");
  private static final int UNIT_BITS = 10;

  @Option(
      names = "--budget",
      paramLabel = "SIZE",
      description =
          "Bytes that new indexes of one set of data may take: 500MiB, 20GiB. Default: 10GiB.")
  private Optional<String> budget = Optional.empty();

  @Option(
      names = "--per-table",
      paramLabel = "N",
      description = "The most new indexes of one table. Default: 5.")
  private Optional<Integer> perTable = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many of each kind the text shows; 0 for all. Default: 20.")
  private int limit = 20;

  /** What the advisor is asked for. */
  AdvisorOptions options() throws CommandException {
    AdvisorOptions usual = AdvisorOptions.DEFAULTS;
    int indexes = perTable.orElse(usual.indexesPerTable());
    if (indexes < 0) {
      throw new CommandException(ExitCode.USAGE, "--per-table: expected 0 or more");
    }
    return new AdvisorOptions(
        budget.isPresent() ? bytes(budget.get()) : usual.budgetBytes(),
        indexes,
        usual.leastGainPerSecond(),
        usual.leastGainPerCall(),
        usual.leastShareOfStatements(),
        usual.leastShareOfServer());
  }

  /** How many of each kind are shown; 0 for all. */
  int limit() throws CommandException {
    LimitArgument.check(limit);
    return limit;
  }

  private static long bytes(String size) throws CommandException {
    Matcher matcher = SIZE.matcher(size.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new CommandException(
          ExitCode.USAGE, "--budget: '" + size + "'; expected bytes such as 500MiB or 20GiB");
    }
    long number = Long.parseLong(matcher.group(1));
    int unit = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2));
    if (number > Long.MAX_VALUE >> UNIT_BITS * unit) {
      throw new CommandException(ExitCode.USAGE, "--budget: '" + size + "' is too large");
    }
    return number << UNIT_BITS * unit;
  }
}
