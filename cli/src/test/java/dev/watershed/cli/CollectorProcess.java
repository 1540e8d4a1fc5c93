package dev.watershed.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code watershed collect} in a process of its own, which can be killed. */
public final class CollectorProcess {

  private final Process process;

  private CollectorProcess(Process process) {
    this.process = process;
  }

  /** Starts it in a folder, at a time; its messages go to a file there. */
  static CollectorProcess start(Path folder, Instant now, String... arguments) throws IOException {
    return start(folder, List.of(CollectorMain.class.getName(), now.toString()), arguments);
  }

  /**
   * Starts it in a folder, with a clock that is faster than that of this machine.
   *
   * @param since when they showed the same time
   * @param speed how many seconds pass in one
   */
  public static CollectorProcess startHurried(
      Path folder, Instant since, int speed, String... arguments) throws IOException {
    return start(
        folder,
        List.of(CollectorMain.class.getName(), since.toString(), Integer.toString(speed)),
        arguments);
  }

  private static CollectorProcess start(Path folder, List<String> main, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(main);
    command.add("collect");
    command.addAll(List.of(arguments));
    return new CollectorProcess(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
            .start());
  }

  /** Its number. */
  public long id() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** SIGKILL; returns when it is dead. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  public int exitCode() throws InterruptedException {
    return process.waitFor();
  }
}
