package dev.watershed.rules.rule;

import dev.watershed.rules.verdict.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule as configurations and documentation know it. The page of one that is built in is {@code
 * docs/rules/NAME.md}.
 *
 * @param name in configurations and results
 * @param title what it fires on, a clause
 * @param usual the severity of its violations where nothing is configured
 * @param parameters that may be configured, in the order of its page
 * @param maker makes it
 * @param agreed whether it judges what people agreed on: they are told by the exit code that it
 *     could not
 * @param scope what it judges
 */
public record RuleKind(
    String name,
    String title,
    Severity usual,
    List<Parameter> parameters,
    Function<RuleSettings, Rule> maker,
    boolean agreed,
    RuleScope scope) {

  public RuleKind {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(usual, "usual");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(maker, "maker");
    Objects.requireNonNull(scope, "scope");
  }

  /** One that judges without anything agreed. */
  public RuleKind(
      String name,
      String title,
      Severity usual,
      List<Parameter> parameters,
      Function<RuleSettings, Rule> maker) {
    this(name, title, usual, parameters, maker, false, RuleScope.FLEET);
  }

  /** One that is told where it could not judge what was agreed. */
  public RuleKind(
      String name,
      String title,
      Severity usual,
      List<Parameter> parameters,
      Function<RuleSettings, Rule> maker,
      boolean agreed) {
    this(name, title, usual, parameters, maker, agreed, RuleScope.FLEET);
  }

  /** One that judges what somebody wants to do. */
  public static RuleKind ofChange(
      String name,
      String title,
      Severity usual,
      List<Parameter> parameters,
      Function<RuleSettings, Rule> maker) {
    return new RuleKind(name, title, usual, parameters, maker, false, RuleScope.CHANGE);
  }

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String parameterName) {
    return parameters.stream().filter(each -> each.name().equals(parameterName)).findFirst();
  }
}
