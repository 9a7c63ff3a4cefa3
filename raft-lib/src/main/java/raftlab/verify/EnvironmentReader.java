package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Matrix;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;

/** Reads a LaTeX environment by its rows: a matrix, a determinant, a system, a piecewise value. */
final class EnvironmentReader {

  private static final String[] CONDITIONS = {
    "\\text{if}", "\\text{for}", "\\text{when}", "if", "for"
  };

  private EnvironmentReader() {}

  /** Reads the environment whose {@code \begin} has been taken; fails if it does not end. */
  static Node read(Cursor cursor, Parser parser) {
    String name = cursor.group();
    String content = cursor.before("\\end{" + name + "}");
    if (name.equals("cases")) {
      return cases(content, parser);
    }
    Node matrix = matrix(content, parser);
    return name.equals("vmatrix") ? Op.of("det", matrix) : matrix;
  }

  private static String[] rows(String content) {
    return content.split("\\\\\\\\", -1);
  }

  /** The rows of a system or of a piecewise definition: relations, or values with conditions. */
  private static Node cases(String content, Parser parser) {
    List<Node> rows = new ArrayList<>();
    for (String row : rows(content)) {
      int condition = row.indexOf('&');
      if (!row.isBlank() && condition < 0) {
        rows.add(parser.inner(new Cursor(row)));
      } else if (!row.isBlank()) {
        Node value = parser.inner(new Cursor(Punctuation.bare(row.substring(0, condition))));
        Node holds = condition(row.substring(condition + 1), parser);
        rows.add(new Bracketed('&', '&', List.of(value, holds)));
      }
    }
    Budget.atMost(rows.size(), Budget.MATRIX_SIDE, "rows");
    return new Several(Several.Kind.LIST, rows);
  }

  private static Node condition(String written, Parser parser) {
    String bare = Punctuation.bare(written);
    for (String word : CONDITIONS) {
      bare = bare.startsWith(word) ? bare.substring(word.length()) : bare;
    }
    return parser.inner(new Cursor(bare));
  }

  private static Node matrix(String content, Parser parser) {
    List<List<Node>> rows = new ArrayList<>();
    for (String row : rows(content)) {
      if (!row.isBlank()) {
        List<Node> cells = new ArrayList<>();
        for (String cell : row.split("&", -1)) {
          cells.add(parser.inner(new Cursor(cell)));
        }
        Budget.atMost(cells.size(), Budget.MATRIX_SIDE, "columns");
        rows.add(cells);
      }
    }
    Budget.atMost(rows.size(), Budget.MATRIX_SIDE, "rows");
    return new Matrix(rows);
  }
}
