package dev.watershed.cli.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret as the configuration refers to it, such as <code>${env:PASSWORD}</code> or <code>
 * ${file:/run/secrets/x}</code>. Only commands that connect resolve it; nothing prints it.
 */
public final class Secret {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^{}]+)\\}");
  private static final Pattern LINE_END = Pattern.compile("\\r?\\n\\z");

  /** How a secret may be referred to. */
  static final String EXPECTED = "${env:NAME} or ${file:/path}";

  private final String reference;
  private final boolean variable;
  private final String name;

  /**
   * @throws IllegalArgumentException if it is no reference; the message does not tell it, since it
   *     may be the secret itself
   */
  Secret(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a password does not stand in the configuration; expected " + EXPECTED);
    }
    this.reference = reference;
    this.variable = parts.group(1).equals("env");
    this.name = parts.group(2);
  }

  /** What stands in the file. */
  public String reference() {
    return reference;
  }

  /**
   * The secret itself; of a file everything but the end of its last line.
   *
   * @param environment the variable of a name that is set to something
   * @param folder where relative paths begin
   * @throws ConfigurationException if it is not there; the message does not tell it
   */
  public String resolve(Function<String, Optional<String>> environment, Path folder)
      throws ConfigurationException {
    return variable ? variable(environment, name) : file(folder, name);
  }

  private static String variable(Function<String, Optional<String>> environment, String name)
      throws ConfigurationException {
    Optional<String> value = environment.apply(name);
    if (value.isEmpty()) {
      throw new ConfigurationException("the environment has no variable " + name);
    }
    return value.get();
  }

  private static String file(Path folder, String name) throws ConfigurationException {
    try {
      String text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
      return LINE_END.matcher(text).replaceFirst("");
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(name + ": no such file");
    } catch (IOException e) {
      throw new ConfigurationException(name + ": cannot be read");
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
