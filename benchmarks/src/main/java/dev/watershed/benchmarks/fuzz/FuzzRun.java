package dev.watershed.benchmarks.fuzz;

import dev.watershed.benchmarks.command.FreshFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Jazzer over a target, in a JVM of its own whose memory is bounded. */
public final class FuzzRun {

  private static final String DRIVER = "com.code_intelligence.jazzer.Jazzer";
  private static final String INSTRUMENTED = "dev.watershed.**:org.apache.arrow.flatbuf.**";
  private static final String NOT_INSTRUMENTED =
      "dev.watershed.benchmarks.**:dev.watershed.collector.reference.**:"
          + "dev.watershed.sql.fingerprint.ReferenceFingerprinter*";

  /** A configuration names files wherever they are. */
  private static final String DISABLED =
      "com.code_intelligence.jazzer.sanitizers.FilePathTraversal";

  private static final int QUICK_COMPILER = 1;
  private static final int BOTH_COMPILERS = 4;

  private final FuzzTarget target;
  private final Path findings;

  /**
   * @param findings where inputs go that break something
   */
  public FuzzRun(FuzzTarget target, Path findings) {
    this.target = target;
    this.findings = findings;
  }

  /**
   * Looks for findings until one is there or the limits end the run.
   *
   * @param corpora folders of inputs: to the first one those are added that reach something new
   */
  public FuzzReport fuzz(FuzzLimits limits, List<Path> corpora)
      throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-runs=" + (limits.runs() > 0 ? limits.runs() : -1),
            "-max_total_time=" + limits.seconds());
    return run(options, limits, corpora);
  }

  /**
   * Copies to a folder the fewest inputs of others that reach all that those reach.
   *
   * @param kept the folder, and those others
   */
  public FuzzReport minimize(FuzzLimits limits, List<Path> kept)
      throws IOException, InterruptedException {
    return run(List.of("-merge=1"), limits, kept);
  }

  private FuzzReport run(List<String> options, FuzzLimits limits, List<Path> folders)
      throws IOException, InterruptedException {
    Files.createDirectories(findings);
    List<String> command = new ArrayList<>(jvm(limits));
    command.addAll(
        List.of(
            DRIVER,
            "--target_class=" + target.className(),
            "--instrumentation_includes=" + INSTRUMENTED,
            "--instrumentation_excludes=" + NOT_INSTRUMENTED,
            "--disabled_hooks=" + DISABLED,
            "--reproducer_path=" + findings,
            "-artifact_prefix=" + findings + "/",
            "-seed=" + limits.seed(),
            "-timeout=" + limits.inputSeconds(),
            "-rss_limit_mb=" + limits.residentMebibytes(),
            "-max_len=" + target.longestInput(),
            "-len_control=0",
            "-print_final_stats=1"));
    command.addAll(options);
    for (Path folder : folders) {
      command.add(Files.createDirectories(folder).toString());
    }
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> output = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } finally {
      process.destroy();
    }
    int exitCode = process.waitFor();
    FreshFolder.delete(Scratch.folder(process.pid()));
    Files.write(findings.resolve("output.log"), output);
    return FuzzReport.of(output, exitCode, (System.nanoTime() - start) / 1e9);
  }

  private static List<String> jvm(FuzzLimits limits) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.heapMebibytes() + "m",
        "-XX:MaxDirectMemorySize=" + limits.heapMebibytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=" + (limits.brief() ? QUICK_COMPILER : BOTH_COMPILERS),
        "-XX:+EnableDynamicAgentLoading",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"));
  }
}
