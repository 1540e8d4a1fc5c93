package dev.watershed.reports.review.form;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.reports.VisibleText;

/** Names of those who send statements; who is no service is called so in the reader's language. */
public final class PartyWords {

  private PartyWords() {}

  /** The name of a party as it is shown. */
  public static String of(Parties parties, int party, PageWords words) {
    if (parties.isService(party)) {
      return VisibleText.of(parties.name(party));
    }
    return words.text(party == parties.unseen() ? "unseen" : "unattributed");
  }
}
