package dev.watershed.rules.book;

import dev.watershed.rules.quality.UnattributedShareRule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.service.BudgetP95Rule;
import dev.watershed.rules.statement.FullScansRule;
import dev.watershed.rules.statement.RowsExaminedRule;
import java.util.List;
import java.util.Optional;

/** The rules that are built in, in the order in which they judge. */
public final class BuiltInRules {

  private static final List<RuleKind> KINDS =
      List.of(
          BudgetP95Rule.KIND,
          UnattributedShareRule.KIND,
          FullScansRule.KIND,
          RowsExaminedRule.KIND);

  private BuiltInRules() {}

  /** All of them. */
  public static List<RuleKind> kinds() {
    return KINDS;
  }

  /** The rule of this name. */
  public static Optional<RuleKind> kind(String name) {
    return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
