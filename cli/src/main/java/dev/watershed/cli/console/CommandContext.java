package dev.watershed.cli.console;

import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param input standard input
 * @param output standard output, for data
 * @param error standard error, for messages and progress
 * @param outputIsTerminal whether somebody looks at the data
 * @param errorIsTerminal whether somebody looks at the messages
 * @param environment the environment variables
 * @param workingDirectory where relative paths begin
 * @param home the folder of the installation, if known
 * @param clock the time, for spans such as {@code --since 2h} and for how long something took
 * @param store stands in for the store that the configuration names, where the caller opened one
 */
public record CommandContext(
    InputStream input,
    OutputStream output,
    PrintStream error,
    boolean outputIsTerminal,
    boolean errorIsTerminal,
    Map<String, String> environment,
    Path workingDirectory,
    Optional<Path> home,
    Clock clock,
    Optional<StoreFiles> store) {

  public CommandContext {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(error, "error");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(workingDirectory, "workingDirectory");
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(store, "store");
  }

  /** With the store that the configuration names. */
  public CommandContext(
      InputStream input,
      OutputStream output,
      PrintStream error,
      boolean outputIsTerminal,
      boolean errorIsTerminal,
      Map<String, String> environment,
      Path workingDirectory,
      Optional<Path> home,
      Clock clock) {
    this(
        input,
        output,
        error,
        outputIsTerminal,
        errorIsTerminal,
        environment,
        workingDirectory,
        home,
        clock,
        Optional.empty());
  }

  /**
   * The context of this process. The launcher says in the system property {@code
   * watershed.terminals} which of {@code stdout} and {@code stderr} are terminals, and in {@code
   * watershed.home} where the installation is.
   */
  public static CommandContext ofProcess() {
    String property = System.getProperty("watershed.terminals", "");
    List<String> terminals = List.of(property.split(",", -1));
    return new CommandContext(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        terminals.contains("stdout"),
        terminals.contains("stderr"),
        System.getenv(),
        Path.of(""),
        Optional.ofNullable(System.getProperty("watershed.home")).map(Path::of),
        Clock.systemUTC());
  }

  /** A path that the user named, absolute and normal. */
  public Path path(String name) {
    return workingDirectory.resolve(name).toAbsolutePath().normalize();
  }

  /** The same, with nobody who reads the messages. */
  public CommandContext silent() {
    return new CommandContext(
        input,
        output,
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
        outputIsTerminal,
        false,
        environment,
        workingDirectory,
        home,
        clock,
        store);
  }

  /** The same with a store that stands in for the configured one. */
  public CommandContext with(StoreFiles files) {
    return new CommandContext(
        input,
        output,
        error,
        outputIsTerminal,
        errorIsTerminal,
        environment,
        workingDirectory,
        home,
        clock,
        Optional.of(files));
  }

  /**
   * The files of the store.
   *
   * @param configured where the configuration says that it is, relative to the working directory
   */
  public StoreFiles store(Path configured) {
    return store.orElseGet(() -> new LocalStoreFiles(workingDirectory.resolve(configured)));
  }

  /** What that store is called in messages. */
  public String storeName(Path configured) {
    return store
        .map(StoreFiles::location)
        .orElseGet(() -> workingDirectory.resolve(configured).toString());
  }

  /** A variable of the environment that is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Prints a message, a line at a time, each with the program's name and made harmless. */
  public void say(String message) {
    message.lines().forEach(line -> error.println("watershed: " + visible(line)));
  }

  /** The same in another folder, with what it prints going elsewhere. */
  public CommandContext within(Path folder, OutputStream printed, PrintStream messages) {
    return new CommandContext(
        input, printed, messages, false, false, environment, folder, home, clock, store);
  }

  private static String visible(String line) {
    return dev.watershed.reports.VisibleText.of(line);
  }
}
