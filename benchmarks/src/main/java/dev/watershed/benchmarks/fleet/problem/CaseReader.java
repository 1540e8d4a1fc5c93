package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.schema.Paragraphs;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads cases: {@code case ID KIND} or {@code trap ID KIND}, then lines {@code tables}, {@code
 * index schema.table.index}, {@code columns}, {@code says} and, for traps, {@code never}.
 */
public final class CaseReader {

  private CaseReader() {}

  /** The cases of a text, in its order. */
  public static List<PlantedCase> read(String text) {
    return Paragraphs.of(text).stream().map(CaseReader::planted).toList();
  }

  private static PlantedCase planted(List<String> lines) {
    List<String> head = words(lines.get(0));
    Map<String, String> values = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String stripped = line.strip();
      int blank = stripped.indexOf(' ');
      values.put(stripped.substring(0, blank), stripped.substring(blank + 1));
    }
    Optional<String> index = Optional.ofNullable(values.remove("index"));
    List<String> tables =
        index
            .map(name -> List.of(name.substring(0, name.lastIndexOf('.'))))
            .orElseGet(() -> words(values.get("tables")));
    values.remove("tables");
    PlantedCase planted =
        new PlantedCase(
            head.get(1),
            ProblemKind.valueOf(head.get(2)),
            head.get(0).equals("trap"),
            tables.stream().map(TableName::parse).toList(),
            index.map(name -> name.substring(name.lastIndexOf('.') + 1)),
            words(Optional.ofNullable(values.remove("columns")).orElse("")),
            Optional.ofNullable(values.remove("says")).orElse(""),
            Optional.ofNullable(values.remove("never")));
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("case " + head.get(1) + ": what is " + values + "?");
    }
    return planted;
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : Arrays.asList(line.split(" ", -1));
  }
}
