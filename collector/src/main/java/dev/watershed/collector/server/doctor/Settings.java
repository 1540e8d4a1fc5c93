package dev.watershed.collector.server.doctor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The settings of a server, of those that it has. */
public final class Settings {

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  /**
   * @param values as the server writes them
   */
  public Settings(Map<Setting, String> values) {
    this.values.putAll(values);
  }

  /** The value, if the server has the setting. */
  public Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /** Whether it is there and switched off. */
  public boolean isOff(Setting setting) {
    return text(setting).filter(value -> value.equals("OFF") || value.equals("0")).isPresent();
  }

  /** Whether it is there and switched on. */
  public boolean isOn(Setting setting) {
    return text(setting).isPresent() && !isOff(setting);
  }

  /** The value as a number, if it is one. */
  public OptionalDouble number(Setting setting) {
    try {
      return text(setting).isPresent()
          ? OptionalDouble.of(Double.parseDouble(values.get(setting)))
          : OptionalDouble.empty();
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }
}
