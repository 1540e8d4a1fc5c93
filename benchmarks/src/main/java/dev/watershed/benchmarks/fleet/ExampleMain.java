package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.example.ExampleWriter;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Makes the example of the repository from a capture of {@link FleetMain}. */
public final class ExampleMain {

  private ExampleMain() {}

  /** Writes the example; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4
        || !arguments[0].equals("--capture")
        || !arguments[2].equals("--out")) {
      System.err.println("--capture FOLDER --out FOLDER");
      System.exit(2);
      return;
    }
    Path capture = Path.of(arguments[1]);
    long bytes =
        ExampleWriter.write(
            capture, TruthReader.read(capture.resolve("truth.json")), Path.of(arguments[3]));
    System.err.printf(Locale.ROOT, "%,d bytes%n", bytes);
  }
}
