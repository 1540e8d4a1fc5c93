package dev.watershed.cli.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs scripts with bash in a folder, with stand-ins for programs in a folder of its own. */
final class Shell {

  private final Path folder;
  private final Path programs;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * A shell.
   *
   * @param folder where scripts run
   * @param programs where stand-ins are, before all others on the path
   */
  Shell(Path folder, Path programs) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.programs = Files.createDirectories(programs);
    variable("PATH", programs + ":" + System.getenv("PATH"));
    variable("HOME", programs.toString());
    variable("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      variable("GIT_" + who + "_NAME", "test");
      variable("GIT_" + who + "_EMAIL", "test@localhost");
    }
  }

  Shell variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Puts a program on the path. */
  void program(String name, String script) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What a script printed, and how it ended. */
  record Ended(int code, String output, String errors) {}

  /** Runs a script as a service would: it ends at the first command that fails. */
  Ended run(String script) throws IOException, InterruptedException {
    Path out = Files.createTempFile(programs, "out", "");
    Path err = Files.createTempFile(programs, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + script);
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  /** Runs a script that has to end well. */
  String fine(String script) throws IOException, InterruptedException {
    Ended ended = run(script);
    assertThat(ended.code()).as("%s\n%s\n%s", script, ended.output(), ended.errors()).isZero();
    return ended.output();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
