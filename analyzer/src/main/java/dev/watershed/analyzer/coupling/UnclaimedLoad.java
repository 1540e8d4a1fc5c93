package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.InputQuality.UnclaimedAccount;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Accounts that no service claims, with the tables that they use; those that use none are left out.
 */
final class UnclaimedLoad {

  private UnclaimedLoad() {}

  static List<Finding> findings(CouplingView view) {
    Map<Integer, Integer> touches = new HashMap<>();
    CouplingInput input = view.input();
    for (int row = 0; row < input.touches().size(); row++) {
      if (input.touches().party(row) == input.parties().unattributed()) {
        touches.put(input.touches().statement(row), row);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (UnclaimedAccount account : input.quality().accounts()) {
      TableUses uses = input.uses();
      boolean any =
          account.statements().stream()
              .anyMatch(statement -> uses.end(statement) > uses.start(statement));
      if (any) {
        findings.add(finding(view, account, touches));
      }
    }
    return findings;
  }

  private static Finding finding(
      CouplingView view, UnclaimedAccount account, Map<Integer, Integer> touches) {
    TableUses uses = view.input().uses();
    String name = account.user().isEmpty() ? "(no account)" : account.user();
    FindingMaker finding =
        new FindingMaker(view, FindingKind.UNATTRIBUTED_ACCOUNT, List.of(name, account.dataSet()));
    for (int statement : account.statements()) {
      finding.touch(touches.get(statement));
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        finding.table(uses.table(use));
      }
    }
    return finding.make(
        account.calls() / view.input().secondsOf(account.dataSet()),
        Saying.of(
            "unclaimed.load",
            "{0} on {1} is nobody's: {2} calls, {3} s",
            name,
            account.dataSet(),
            String.format(Locale.ROOT, "%,.0f", account.calls()),
            String.format(Locale.ROOT, "%.1f", account.timeMicros() / 1e6)));
  }
}
