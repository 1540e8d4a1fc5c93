package dev.watershed.cli.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A YAML file of {@code examples/ci}. */
record WorkflowFile(Map<?, ?> content) {

  static WorkflowFile of(String name) throws IOException {
    return new WorkflowFile(
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("..", "examples", "ci", name))));
  }

  /** A part of the file. */
  Object at(String... keys) {
    Object part = content;
    for (String key : keys) {
      part = ((Map<?, ?>) part).get(key);
    }
    return part;
  }

  /** The steps of a job of GitHub Actions. */
  List<Map<?, ?>> steps(String job) {
    return ((List<?>) at("jobs", job, "steps")).stream().<Map<?, ?>>map(Map.class::cast).toList();
  }

  /** The script of a named step. */
  String script(String job, String step) {
    return steps(job).stream()
        .filter(each -> step.equals(each.get("name")))
        .map(each -> String.valueOf(each.get("run")))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(step));
  }

  /** The script of a job of GitLab CI, its lines as the runner puts them together. */
  String lines(String job) {
    return String.join("\n", ((List<?>) at(job, "script")).stream().map(String::valueOf).toList());
  }
}
