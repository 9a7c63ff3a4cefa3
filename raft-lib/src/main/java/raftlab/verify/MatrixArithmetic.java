package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Matrix;
import raftlab.verify.Node.Op;

/** Carries out sums, products and multiples of written matrices. */
final class MatrixArithmetic {

  private MatrixArithmetic() {}

  /** Returns the matrix an expression stands for; the node itself if it is none. */
  static Node of(Node node) {
    if (!(node instanceof Op op) || op.args().size() > Budget.MATRIX_SIDE) {
      return node;
    }
    List<Node> args = op.args().stream().map(MatrixArithmetic::of).toList();
    if (args.stream().noneMatch(Matrix.class::isInstance)) {
      return node;
    }
    Node result =
        switch (op.name()) {
          case "+" -> sum(args);
          case "neg" -> each((Matrix) args.get(0), cell -> Op.of("neg", cell));
          case "*" -> product(args.get(0), args.get(1));
          case "det" -> Determinant.of(((Matrix) args.get(0)).rows());
          case "/" ->
              args.get(0) instanceof Matrix matrix && !(args.get(1) instanceof Matrix)
                  ? each(matrix, cell -> Op.of("/", cell, args.get(1)))
                  : null;
          default -> null;
        };
    return result == null ? node : result;
  }

  private static Matrix each(Matrix matrix, java.util.function.UnaryOperator<Node> change) {
    return new Matrix(
        matrix.rows().stream().map(row -> row.stream().map(change).toList()).toList());
  }

  private static Node sum(List<Node> args) {
    List<List<Node>> total = null;
    for (Node arg : args) {
      if (!(arg instanceof Matrix matrix)) {
        return null;
      }
      total = total == null ? matrix.rows() : added(total, matrix.rows());
      if (total == null) {
        return null;
      }
    }
    return new Matrix(total);
  }

  private static List<List<Node>> added(List<List<Node>> a, List<List<Node>> b) {
    if (a.size() != b.size()) {
      return null;
    }
    List<List<Node>> rows = new ArrayList<>();
    for (int r = 0; r < a.size(); r++) {
      List<Node> row = new ArrayList<>();
      if (a.get(r).size() != b.get(r).size()) {
        return null;
      }
      for (int c = 0; c < a.get(r).size(); c++) {
        row.add(Op.of("+", a.get(r).get(c), b.get(r).get(c)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Node product(Node a, Node b) {
    if (a instanceof Matrix left && b instanceof Matrix right) {
      return product(left.rows(), right.rows());
    }
    return a instanceof Matrix matrix
        ? each(matrix, cell -> Op.of("*", cell, b))
        : each((Matrix) b, cell -> Op.of("*", a, cell));
  }

  private static Matrix product(List<List<Node>> a, List<List<Node>> b) {
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> left : a) {
      if (left.size() != b.size()) {
        return null;
      }
      List<Node> row = new ArrayList<>();
      for (int c = 0; c < b.get(0).size(); c++) {
        List<Node> terms = new ArrayList<>();
        for (int k = 0; k < left.size(); k++) {
          if (c >= b.get(k).size()) {
            return null;
          }
          terms.add(Op.of("*", left.get(k), b.get(k).get(c)));
        }
        row.add(terms.size() == 1 ? terms.get(0) : new Op("+", terms));
      }
      rows.add(row);
    }
    return new Matrix(rows);
  }
}
