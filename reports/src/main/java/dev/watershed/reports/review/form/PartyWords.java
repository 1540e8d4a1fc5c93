package dev.watershed.reports.review.form;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.VisibleText;
import java.util.Collection;
import java.util.List;

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

  /** Names as analyses give them, as they are shown. */
  public static List<String> of(Collection<String> names, PageWords words) {
    return names.stream().map(name -> words.say(Saying.verbatim(name))).toList();
  }

  /** A name as analyses give it, as it is shown. */
  public static String of(String name, PageWords words) {
    return words.say(Saying.verbatim(name));
  }
}
