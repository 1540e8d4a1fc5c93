package dev.watershed.reports.review.coupling;

/**
 * What a party does to tables of another one, per second. A statement or transaction counts once,
 * however many of these tables it uses.
 *
 * @param sender the index of a party
 * @param owner that of another one
 * @param calls of statements that name tables of the owner
 * @param writes those of them that write any of these
 * @param joins those of them that name tables of yet another owner, mostly the sender's own
 * @param transactions that use tables of the owner and of another one
 */
public record ServiceUse(
    int sender, int owner, double calls, double writes, double joins, double transactions) {

  public ServiceUse {
    if (sender == owner) {
      throw new IllegalArgumentException("party " + sender + " uses its own tables");
    }
  }
}
