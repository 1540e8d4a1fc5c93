package dev.watershed.cli.imports;

import dev.watershed.cli.config.DeployMarker;
import dev.watershed.cli.config.Problems;
import dev.watershed.cli.console.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a file of deployments, to which a pipeline appends a line {@code time,service} each. Empty
 * lines, those that begin with {@code #}, and a header {@code time,service} are passed over.
 */
public final class DeploymentFile {

  private static final String HEADER = "time,service";

  private DeploymentFile() {}

  /**
   * The last deployment of each service: that of its last line. Adds a problem for every line that
   * cannot be read.
   *
   * @param name of the file, for messages
   * @param services those that there are; where none is declared, any name is one
   */
  public static List<DeployMarker> read(
      String name, List<String> lines, Collection<String> services, Problems problems) {
    Map<String, DeployMarker> last = new LinkedHashMap<>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#") || line.replace(" ", "").equals(HEADER)) {
        continue;
      }
      try {
        DeployMarker marker = marker(line, name + ":" + (at + 1), services);
        last.put(marker.service(), marker);
      } catch (IllegalArgumentException e) {
        problems.add(name, at + 1, e.getMessage());
      }
    }
    return List.copyOf(last.values());
  }

  private static DeployMarker marker(String line, String place, Collection<String> services) {
    List<String> cells = CsvLine.cells(line);
    if (cells.size() != 2) {
      throw new IllegalArgumentException(
          "expected a time and a service, 2026-11-20T10:00:00Z,payment");
    }
    String service = cells.get(1).strip();
    if (!services.isEmpty() && !services.contains(service)) {
      throw new IllegalArgumentException(unknown(service, services));
    }
    return new DeployMarker(service, Optional.empty(), DeployMarker.time(cells.get(0)), place);
  }

  /** A message about a service that there is not. */
  public static String unknown(String service, Collection<String> services) {
    return "there is no service '"
        + service
        + "'"
        + Nearest.to(service, services)
            .map(near -> "; did you mean '" + near + "'?")
            .orElseGet(
                () ->
                    "; there are " + services.stream().sorted().collect(Collectors.joining(", ")));
  }
}
