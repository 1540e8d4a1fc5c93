package dev.watershed.cli.config;

/**
 * A configuration that cannot be used. The message has a line per problem: file, line, column, key
 * and what was expected.
 */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}
