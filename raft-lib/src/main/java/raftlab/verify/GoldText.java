package raftlab.verify;

/**
 * Takes the answer out of a gold that is a whole solution: data sets store a worked solution with a
 * box or a line of {@code ####} as often as the answer alone. A gold without such a mark is left as
 * it is.
 */
final class GoldText {

  private static final String OPEN_BOX = "boxed{";
  private static final int WORTH_READING = 40;

  private GoldText() {}

  static String answer(String gold, Rules rules) {
    int box = gold.indexOf(OPEN_BOX);
    if (box >= 0) {
      Extraction found = Boxes.last(gold, 0, gold.length(), rules.farBoxes());
      return found == null ? gold.substring(box + OPEN_BOX.length()) : found.text();
    }
    Extraction marked = null;
    if (gold.contains("####")) {
      marked = Markers.hashes(gold, 0, gold.length());
    } else if (gold.length() > WORTH_READING && gold.contains("nswer is")) {
      marked = Markers.phrase(gold, 0, gold.length());
    }
    return marked == null ? gold : marked.text();
  }
}
