package raftlab.data;

import java.util.List;

/**
 * Some whole lines of a file, in order. The bytes are not to be changed.
 *
 * @param file the file's name, for messages
 * @param unit what is counted: {@code line}, or {@code element} of a JSON array
 * @param first the number of the first line, from 1
 * @param bytes UTF-8, lines end at {@code \n} and nowhere else
 * @param length how many of the bytes count
 * @param broken what could not be read at all, such as an overlong line
 */
public record LineBatch(
    String file, String unit, long first, byte[] bytes, int length, List<BrokenRow> broken) {

  public LineBatch {
    broken = List.copyOf(broken);
  }

  /** Returns the place of a line by its number. */
  public Place place(long number) {
    return new Place(file, unit, number);
  }
}
