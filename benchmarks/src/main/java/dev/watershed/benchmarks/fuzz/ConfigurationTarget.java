package dev.watershed.benchmarks.fuzz;

import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.cli.config.MovesReader;
import java.nio.file.Path;

/**
 * Configurations and lists of moves. One is read, or refused with a message that names its file.
 */
public final class ConfigurationTarget {

  private static final String NAME = "watershed.yaml";

  private ConfigurationTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Path file = Scratch.file(NAME, input);
    try {
      ConfigurationReader.read(NAME, file.getParent());
    } catch (ConfigurationException refused) {
      Agreement.holds(
          refused.getMessage().contains(NAME), "a message that names the file", refused);
    }
    try {
      MovesReader.read(NAME, file);
    } catch (ConfigurationException refused) {
      Agreement.holds(
          refused.getMessage().contains(NAME), "a message that names the file", refused);
    }
  }
}
