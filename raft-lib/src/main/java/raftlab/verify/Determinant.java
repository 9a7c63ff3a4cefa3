package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Op;

/** The determinant of a small written matrix, by its first row. */
final class Determinant {

  private static final int LARGEST = 4;

  private Determinant() {}

  /** Returns the determinant, or null if the matrix is not square or too large. */
  static Node of(List<List<Node>> rows) {
    int size = rows.size();
    if (size > LARGEST || rows.stream().anyMatch(row -> row.size() != size)) {
      return null;
    }
    if (size == 1) {
      return rows.get(0).get(0);
    }
    List<Node> terms = new ArrayList<>();
    for (int column = 0; column < size; column++) {
      Node term = Op.of("*", rows.get(0).get(column), of(minor(rows, column)));
      terms.add(column % 2 == 0 ? term : Op.of("neg", term));
    }
    return new Op("+", terms);
  }

  private static List<List<Node>> minor(List<List<Node>> rows, int column) {
    List<List<Node>> minor = new ArrayList<>();
    for (List<Node> row : rows.subList(1, rows.size())) {
      List<Node> rest = new ArrayList<>(row);
      rest.remove(column);
      minor.add(rest);
    }
    return minor;
  }
}
