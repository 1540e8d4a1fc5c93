package dev.watershed.cli.imports;

import dev.watershed.analyzer.calls.CallEdge;
import dev.watershed.analyzer.calls.CallExport;
import dev.watershed.cli.config.Moments;
import dev.watershed.cli.config.Problems;
import dev.watershed.cli.console.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads calls from a CSV file: a header with {@code caller} and {@code callee}, and {@code
 * callsPerSecond}, or {@code calls} with {@code from} and {@code to}. Rows of one pair and one span
 * add up; other spans of it follow one another.
 */
final class CallCsvReader {

  private static final List<String> COLUMNS =
      List.of("caller", "callee", "calls", "from", "to", "callsPerSecond");

  /** A pair of names. */
  private record Ends(String caller, String callee) {}

  /** What the rows of a pair say. */
  private static final class Sums {

    private double calls;
    private double perSecond;
    private boolean counted;
    private boolean spanless;

    /** By their beginnings: none of them overlaps another one. */
    private final NavigableMap<Instant, CountedSpan> spans = new TreeMap<>();

    void add(CountedSpan span) {
      boolean overlapping =
          Stream.of(spans.floorEntry(span.from()), spans.higherEntry(span.from()))
              .filter(Objects::nonNull)
              .map(Map.Entry::getValue)
              .anyMatch(each -> !each.equals(span) && each.overlaps(span));
      if (overlapping) {
        throw new IllegalArgumentException("the span overlaps another one of the same pair");
      }
      spans.put(span.from(), span);
    }
  }

  private final String name;
  private final OptionalDouble seconds;
  private final Problems problems;
  private final Map<Ends, Sums> sums = new LinkedHashMap<>();
  private List<String> header = List.of();

  private CallCsvReader(String name, OptionalDouble seconds, Problems problems) {
    this.name = name;
    this.seconds = seconds;
    this.problems = problems;
  }

  /**
   * Reads it; adds a problem for every row that cannot be read.
   *
   * @param seconds the span of rows without one
   */
  static CallExport read(
      String name, List<String> lines, OptionalDouble seconds, Problems problems) {
    return new CallCsvReader(name, seconds, problems).read(lines);
  }

  private CallExport read(List<String> lines) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).isBlank()) {
        continue;
      }
      try {
        List<String> cells = CsvLine.cells(lines.get(at));
        if (header.isEmpty()) {
          header = header(cells);
        } else {
          row(cells);
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        problems.add(name, at + 1, e.getMessage());
        if (header.isEmpty()) {
          return new CallExport(name, List.of(), List.of());
        }
      }
    }
    if (header.isEmpty()) {
      problems.add(name, "is empty; expected a header with caller and callee");
    }
    return export();
  }

  private static List<String> header(List<String> cells) {
    for (String cell : cells) {
      if (!COLUMNS.contains(cell)) {
        throw new IllegalArgumentException(
            "unknown column '"
                + cell
                + "'; expected caller, callee, and callsPerSecond or calls, from, to"
                + Nearest.to(cell, COLUMNS).map(near -> "; did you mean " + near + "?").orElse(""));
      }
    }
    if (!cells.contains("caller") || !cells.contains("callee")) {
      throw new IllegalArgumentException("expected a header with caller and callee");
    }
    if (new LinkedHashSet<>(cells).size() < cells.size()) {
      throw new IllegalArgumentException("a column is there twice");
    }
    return cells;
  }

  private void row(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells; expected " + header.size() + ", as in the header");
    }
    Ends ends =
        new Ends(
            cell(cells, "caller").orElseThrow(() -> missing("caller")),
            cell(cells, "callee").orElseThrow(() -> missing("callee")));
    Optional<Double> calls = cell(cells, "calls").map(CallCsvReader::number);
    Optional<Double> perSecond = cell(cells, "callsPerSecond").map(CallCsvReader::number);
    Optional<CountedSpan> span = span(cells);
    if (perSecond.isPresent() && calls.isPresent()) {
      throw new IllegalArgumentException("expected calls or callsPerSecond, not both");
    }
    if (span.isPresent() && calls.isEmpty()) {
      throw new IllegalArgumentException("from and to mean nothing without calls");
    }
    Sums own = sums.computeIfAbsent(ends, any -> new Sums());
    span.ifPresent(own::add);
    own.calls += calls.orElse(0.0);
    own.perSecond += perSecond.orElse(0.0);
    own.counted |= calls.isPresent();
    own.spanless |= span.isEmpty() && perSecond.isEmpty();
  }

  private static IllegalArgumentException missing(String column) {
    return new IllegalArgumentException("the " + column + " is missing");
  }

  private Optional<String> cell(List<String> cells, String column) {
    int at = header.indexOf(column);
    return at < 0 ? Optional.empty() : Optional.of(cells.get(at)).filter(text -> !text.isBlank());
  }

  private Optional<CountedSpan> span(List<String> cells) {
    Optional<Instant> from = cell(cells, "from").map(Moments::parse);
    Optional<Instant> to = cell(cells, "to").map(Moments::parse);
    if (from.isPresent() != to.isPresent()) {
      throw missing(from.isPresent() ? "to" : "from");
    }
    return from.map(begin -> new CountedSpan(begin, to.orElseThrow()));
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number < Double.POSITIVE_INFINITY) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number, 0 or more", e);
    }
    throw new IllegalArgumentException("'" + text + "' is no number, 0 or more");
  }

  private CallExport export() {
    List<CallEdge> edges = new ArrayList<>();
    int unrated = 0;
    for (Map.Entry<Ends, Sums> entry : sums.entrySet()) {
      Sums own = entry.getValue();
      OptionalDouble rate = rate(own);
      unrated += rate.isEmpty() ? 1 : 0;
      edges.add(
          new CallEdge(
              entry.getKey().caller(),
              entry.getKey().callee(),
              own.counted ? OptionalDouble.of(own.calls) : OptionalDouble.empty(),
              rate));
    }
    return new CallExport(
        name,
        edges,
        unrated == 0
            ? List.of()
            : List.of(
                name
                    + ": how often is not known of "
                    + unrated
                    + (unrated == 1 ? " pair" : " pairs")
                    + ": expected callsPerSecond, or calls with from and to"));
  }

  /** Calls per second; unknown if any counted call is of no known span. */
  private OptionalDouble rate(Sums own) {
    double span = own.spans.values().stream().mapToDouble(CountedSpan::seconds).sum();
    if (own.spanless && own.counted && own.spans.isEmpty() && seconds.isPresent()) {
      span = seconds.getAsDouble();
    } else if (own.spanless) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(own.perSecond + (span > 0 ? own.calls / span : 0));
  }
}
