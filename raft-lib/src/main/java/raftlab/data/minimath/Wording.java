package raftlab.data.minimath;

/**
 * A question with places to fill: {@code $0} to {@code $9} are values, {@code $N} is a person's
 * name and {@code $T} a plural noun.
 */
record Wording(String pattern, String name, String things) {

  /** Fills the places in one pass, so that a value's own text is never read as a place. */
  String with(Object... values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '$') {
        text.append(c);
        continue;
      }
      char place = pattern.charAt(++i);
      switch (place) {
        case 'N' -> text.append(name);
        case 'T' -> text.append(things);
        default -> text.append(values[place - '0']);
      }
    }
    return text.toString();
  }
}
