package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which calendar months, UTC, a store has windows of statements of. No window is in two months.
 *
 * @param span what was asked for
 * @param servers of which there are such windows
 * @param from when the first one begins
 * @param until when the last one ends, exclusive
 */
record StoredMonths(
    StoreOptions.StoreSpan span, SortedSet<String> servers, Instant from, Instant until) {

  /** What stands for today. */
  private static final Duration RECENT = Duration.ofDays(30);

  StoredMonths {
    Objects.requireNonNull(span, "span");
    servers = new TreeSet<>(servers);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /**
   * Looks at the names of the windows.
   *
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  static StoredMonths of(
      CommandContext context, Configuration configuration, StoreOptions.StoreSpan span)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try (StoreSnapshot snapshot = Store.open(location.files()).snapshot(span.filter())) {
      SortedSet<String> servers = new TreeSet<>();
      Instant from = Instant.MAX;
      Instant until = Instant.MIN;
      for (WindowName name : snapshot.windows().stream().map(window -> window.name()).toList()) {
        if (!name.source().equals(WindowSource.HOST)) {
          servers.add(name.server());
          from = name.start().isBefore(from) ? name.start() : from;
          until = name.end().isAfter(until) ? name.end() : until;
        }
      }
      if (servers.isEmpty()) {
        throw new CommandException(
            ExitCode.NOT_ENOUGH_DATA,
            "no statement in the store in that span; 'watershed collect -c …' fills it");
      }
      return new StoredMonths(span, servers, from, until);
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  /** From the month of the first window to that of the last one, none left out. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(until.minusNanos(1).atOffset(ZoneOffset.UTC));
    YearMonth month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /** The part of a month that was asked for. */
  StoreOptions.StoreSpan of(YearMonth month) {
    return between(start(month), start(month.plusMonths(1)));
  }

  /** The last thirty days, or less where there is less. */
  StoreOptions.StoreSpan recent() {
    Instant first = until.minus(RECENT);
    return between(first.isBefore(from) ? from : first, until);
  }

  private StoreOptions.StoreSpan between(Instant first, Instant end) {
    Instant since = span.since().filter(first::isBefore).orElse(first);
    Instant before = span.until().filter(end::isAfter).orElse(end);
    return new StoreOptions.StoreSpan(
        span.servers(), span.sources(), Optional.of(since), Optional.of(before));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
