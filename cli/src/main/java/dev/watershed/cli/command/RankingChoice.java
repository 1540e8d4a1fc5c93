package dev.watershed.cli.command;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.cli.console.CommandException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what a ranking shows. */
final class RankingChoice {

  private static final int USUAL_LIMIT = 20;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most lines; 0 for all. Default: 20.")
  private int limit = USUAL_LIMIT;

  @Option(
      names = "--order-by",
      paramLabel = "ORDER",
      converter = OrderConverter.class,
      description =
          "time, p95, p99, calls, rows-examined, examined-per-sent, lock-time or variance."
              + " Default: time.")
  private Optional<Order> order = Optional.empty();

  @Option(
      names = "--group-by",
      paramLabel = "GROUP",
      converter = GroupConverter.class,
      description = "digest, service, module, schema, table, account or minute. Default: digest.")
  private Optional<GroupBy> groupBy = Optional.empty();

  RankingOptions options() throws CommandException {
    LimitArgument.check(limit);
    return new RankingOptions(groupBy.orElse(GroupBy.DIGEST), order.orElse(Order.TIME), limit);
  }

  /** Reads {@code --order-by}. */
  static final class OrderConverter extends Words<Order> {
    OrderConverter() {
      super(List.of(Order.values()), Order::key);
    }
  }

  /** Reads {@code --group-by}. */
  static final class GroupConverter extends Words<GroupBy> {
    GroupConverter() {
      super(List.of(GroupBy.values()), GroupBy::key);
    }
  }
}
