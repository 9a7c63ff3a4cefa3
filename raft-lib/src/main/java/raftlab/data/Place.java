package raftlab.data;

import raftlab.core.Checks;

/**
 * Where a row was read, for messages.
 *
 * @param file the file's name
 * @param unit what is counted: {@code line}, or {@code element} inside a JSON array
 * @param number from 1
 */
public record Place(String file, String unit, long number) {

  public Place {
    Checks.notNull(file, "file");
    Checks.notBlank(unit, "unit");
    Checks.that(number >= 1, () -> "a row's number is " + number);
  }

  @Override
  public String toString() {
    return unit + " " + number + " of " + file;
  }
}
