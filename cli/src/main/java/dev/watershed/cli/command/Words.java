package dev.watershed.cli.command;

import dev.watershed.cli.console.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option whose values are a few words. */
class Words<T> implements ITypeConverter<T> {

  private final Map<String, T> values = new LinkedHashMap<>();

  Words(List<T> constants, Function<T, String> wordOf) {
    constants.forEach(constant -> values.put(wordOf.apply(constant), constant));
  }

  @Override
  public T convert(String word) {
    T value = values.get(word);
    if (value == null) {
      throw new TypeConversionException(
          "'"
              + word
              + "' is none of "
              + String.join(", ", values.keySet())
              + Nearest.to(word, values.keySet())
                  .map(nearest -> "; did you mean " + nearest + "?")
                  .orElse(""));
    }
    return value;
  }
}
