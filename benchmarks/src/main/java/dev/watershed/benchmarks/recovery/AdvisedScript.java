package dev.watershed.benchmarks.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the indexes to add from the script that {@code advise --format sql} writes. */
final class AdvisedScript {

  private static final Pattern SERVER = Pattern.compile("-- server (\\S+).*");
  private static final Pattern ADD =
      Pattern.compile(
          "ALTER TABLE `([^`]+)`\\.`([^`]+)` ADD INDEX `([^`]+)` \\((.*)\\), ALGORITHM=.*");

  private AdvisedScript() {}

  /** The indexes by server; their names begin with {@code advised_}, unlike the designers'. */
  static Map<String, List<IndexName>> read(Path script) throws IOException {
    Map<String, List<IndexName>> advised = new TreeMap<>();
    List<IndexName> current = new ArrayList<>();
    for (String line : Files.readAllLines(script)) {
      Matcher server = SERVER.matcher(line);
      Matcher add = ADD.matcher(line);
      if (server.matches()) {
        current = advised.computeIfAbsent(server.group(1), unused -> new ArrayList<>());
      } else if (add.matches()) {
        current.add(
            new IndexName(
                add.group(1),
                add.group(2),
                "advised_" + (current.size() + 1),
                Arrays.stream(add.group(4).split(",")).map(String::strip).toList()));
      }
    }
    return advised;
  }
}
